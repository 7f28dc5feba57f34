import {setTimeout as wait} from 'node:timers/promises'
import {randomFrom} from '#sanity/lake/store/testing/random.ts'
import type {Note, Outcome} from './outcome.ts'
import {type Stage, untilShown} from './site/stage.ts'
import {visit} from './site/visits.ts'

const patienceMs = 30_000
const longestMs = 300

/**
 * Kills the site at random moments after it was told of a change, while it makes pages again; started anew, it shows the
 * change, and every page is whole.
 */
export async function killSite(
  stage: Stage,
  {rounds, seed, note = () => {}}: {rounds: number; seed: number; note?: Note},
): Promise<Outcome> {
  const random = randomFrom(seed)
  const broken: string[] = []
  let [answered, atOnce, slowest] = [0, 0, 0]
  let isDown = false
  let process = await stage.start({COMPARE_SECONDS: '2'})
  try {
    const page = await stage.makePage()
    await stage.tell(process, page)
    const visitors = visit(process.url, ['/', '/schools', page.address], () => isDown)
    await untilShown(process, page, 'A page of a fault', patienceMs)
    for (let round = 0; round < rounds; round++) {
      note(`${round} of ${rounds}`)
      const words = await page.edit()
      const told = stage.tell(process, page).catch(() => 0)
      await wait(random(longestMs))
      isDown = true
      await process.end('SIGKILL')
      const status = await told
      process = await stage.start({COMPARE_SECONDS: '2'})
      // The lake sends again what was not answered.
      if (status === 200) answered += 1
      else await stage.tell(process, page)
      const first = await (await fetch(`${process.url}${page.address}`)).text()
      if (first.includes(words)) atOnce += 1
      const shownAfter = await untilShown(process, page, words, patienceMs)
      if (shownAfter === null)
        broken.push(`kill ${round + 1}: the edit was not seen in ${patienceMs / 1000} s`)
      else slowest = Math.max(slowest, shownAfter)
      if (!first.trimEnd().endsWith('</html>')) broken.push(`kill ${round + 1}: half a page was served`)
      // A visitor who asked while it was down is told so by the connection.
      await wait(100)
      isDown = false
    }
    const {pages, others} = await visitors.stop()
    return {
      counts: [
        [rounds, 'kill -9 of the site while it made pages again'],
        [answered, 'changes that it had answered before; the others came again'],
        [atOnce, 'times the first visitor after the start read the change at once'],
        [`${Math.round(slowest)} ms`, 'until it was read, at most'],
        [pages, 'whole pages that visitors met'],
      ],
      broken: [...broken, ...others.map((met) => `a visitor met ${met}`)],
    }
  } finally {
    await process.end()
  }
}
