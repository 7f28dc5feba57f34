import {setTimeout as wait} from 'node:timers/promises'
import type {LakeState} from '../../__tests__/browser/support/unsteady-lake.ts'
import type {SiteProcess} from '../testing/several-machines.ts'
import type {Outcome} from './outcome.ts'
import {type ChangedPage, type Stage, untilShown} from './site/stage.ts'
import {look, visit} from './site/visits.ts'

const everyState: LakeState[] = ['slow', 'garbled', 'failing', 'gone', 'refusing', 'silent']

/** How long the lake is broken, in milliseconds: when it is slow, two questions of ten seconds must have been given up. */
const brokenMs = (state: LakeState) => (state === 'slow' ? 26_000 : 12_000)

/** How long the site may take to be well again after. */
const patienceMs = 60_000

/** What staff must read meanwhile in `/api/health`. */
const wordsOf = (state: LakeState) =>
  state === 'refusing' ? 'Content Lake refuses the site’s token' : 'Content Lake does not answer'

/** Breaks the lake in every way, with an edit meanwhile: visitors keep the last good page, and then see the edit. */
export async function breakLake(
  stage: Stage,
  {states = everyState, forMs}: {states?: LakeState[]; forMs?: number} = {},
): Promise<Outcome> {
  const broken: string[] = []
  const counts: Outcome['counts'] = []
  let process = await stage.start({COMPARE_SECONDS: '2'})
  try {
    const page = await stage.makePage()
    await stage.tell(process, page)
    for (const state of states) {
      const {pages, healedAfter, health, faults} = await breakOnce(
        state,
        stage,
        process,
        page,
        forMs ?? brokenMs(state),
      )
      counts.push([pages, `whole pages met while the lake was ${state}; ${words(healedAfter)}; ${health}`])
      broken.push(...faults.map((fault) => `lake ${state}: ${fault}`))
    }
    stage.lake.become('gone')
    await process.end()
    process = await stage.start({COMPARE_SECONDS: '2'})
    const found = await look(`${process.url}${page.address}`)
    if (found !== null) broken.push(`started without a lake: a page that visitors had was ${found}`)
    counts.push([
      found === null ? 1 : 0,
      'page that a visitor was the first to ask for, there after a start without a lake',
    ])
    return {counts, broken}
  } finally {
    stage.lake.become('well')
    await process.end()
  }
}

const words = (healedAfter: number | null) =>
  healedAfter === null ? 'not healed' : `edit seen ${(healedAfter / 1000).toFixed(1)} s after it was well`

async function breakOnce(
  state: LakeState,
  {lake, tell}: Stage,
  process: SiteProcess,
  page: ChangedPage,
  forMs: number,
) {
  const faults: string[] = []
  const good = await page.edit()
  await tell(process, page)
  if ((await untilShown(process, page, good, patienceMs)) === null) faults.push('no page to begin with')
  const visitors = visit(process.url, ['/', page.address])
  lake.become(state)
  const edited = await page.edit()
  const status = await tell(process, page)
  if (status !== 200) faults.push(`the webhook was answered with ${status}`)
  await wait(forMs)
  const shown = await (await fetch(`${process.url}${page.address}`)).text()
  if (!shown.includes(good) && !shown.includes(edited))
    faults.push('the page shows neither old nor new words')
  const health = await healthOf(process)
  if (health.status !== 503 || !health.reason.startsWith(wordsOf(state)))
    faults.push(`staff are told ${health.status}, “${health.reason}”`)
  lake.become('well')
  const healedAfter = await untilShown(process, page, edited, patienceMs)
  if (healedAfter === null) faults.push(`the edit was not seen in ${patienceMs / 1000} s`)
  if (!(await untilHealthy(process))) faults.push('staff are told that it is broken when it is well')
  const {pages, others} = await visitors.stop()
  return {
    pages,
    healedAfter,
    health: `health ${health.status}: ${health.reason}`,
    faults: [...faults, ...others.map((met) => `a visitor met ${met}`)],
  }
}

/** What the site says of itself to staff. */
async function healthOf({url}: SiteProcess): Promise<{status: number; reason: string}> {
  const answer = await fetch(`${url}/api/health`)
  const health: unknown = await answer.json()
  const reason = JSON.stringify(health).match(/"content":\{[^}]*"reason":"([^"]*)"/)?.[1]
  return {status: answer.status, reason: reason ?? 'no reason'}
}

/** It looks around every five seconds. */
async function untilHealthy(process: SiteProcess): Promise<boolean> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    if ((await healthOf(process)).status === 200) return true
    await wait(500)
  }
  return false
}
