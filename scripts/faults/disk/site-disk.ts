import type {Outcome} from '../outcome.ts'
import {prepareStage, type RunningSite, untilShown} from '../site/stage.ts'
import {look, visit} from '../site/visits.ts'
import type {SmallDisk} from './small-disk.ts'

const patienceMs = 20_000

/** Fills the disk that a site keeps its pages on, changes a page, and gives it room again. */
export async function fillDiskOfSite(site: RunningSite, disk: SmallDisk): Promise<Outcome> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = disk.folder
  const stage = await prepareStage(site).finally(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  })
  const broken: string[] = []
  const counts: Outcome['counts'] = []
  let isDown = false
  try {
    let running = await stage.start({COMPARE_SECONDS: '2'})
    const page = await stage.makePage()
    const unmade = await stage.makePage()
    const expectShown = async (when: string, words: string, of = page) => {
      const after = await untilShown(running, of, words, patienceMs)
      counts.push([after === null ? 'never' : `${Math.round(after)} ms`, `until an edit was seen ${when}`])
      if (after === null) broken.push(`an edit was not seen ${when}`)
    }
    await stage.tell(running, page)
    await expectShown('with room', await page.edit())
    const visitors = visit(running.url, ['/', '/schools', page.address], () => isDown)
    disk.fill()
    for (let edit = 0; edit < 3; edit++) {
      const words = await page.edit()
      const status = await stage.tell(running, page)
      if (status !== 200) broken.push(`the webhook was answered with ${status} on a full disk`)
      await expectShown('on a full disk', words)
    }
    await stage.tell(running, unmade)
    await expectShown('on a full disk, of a page that was never made', await unmade.edit(), unmade)
    const health = await fetch(`${running.url}/api/health`)
    const said = await health.text()
    const reason = said.match(/"disk":\{[^}]*"reason":"([^"]*)"/)?.[1] ?? ''
    counts.push([health.status, `is what /api/health answers: ${reason}`])
    if (health.status !== 503 || !reason.includes('Free some space')) broken.push(`health says ${reason}`)

    const last = await page.edit()
    await stage.tell(running, page)
    isDown = true
    await running.end('SIGKILL')
    disk.free()
    running = await stage.start({COMPARE_SECONDS: '2'})
    for (const address of [page.address, unmade.address, '/', '/schools']) {
      const found = await look(`${running.url}${address}`)
      if (found !== null) broken.push(`${address}, first after the start with room again: ${found}`)
    }
    await expectShown('after the outright end on a full disk, and a start with room again', last)
    isDown = false
    const words = await page.edit()
    await stage.tell(running, page)
    await expectShown('with room again', words)
    const {pages, others} = await visitors.stop()
    counts.push([pages, 'whole pages that visitors met'])
    return {counts, broken: [...broken, ...others.map((met) => `a visitor met ${met}`)]}
  } finally {
    await stage.remove()
  }
}
