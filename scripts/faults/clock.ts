import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {timestampToleranceMs} from '#sanity/lib/revalidation/signed-message.ts'
import type {SiteProcess} from '../testing/several-machines.ts'
import {jumpClockOfLake} from './lake/lake-clock.ts'
import type {Outcome} from './outcome.ts'
import {movedClockVariables} from './site/clock-variables.ts'
import {type Stage, untilShown} from './site/stage.ts'
import {visit} from './site/visits.ts'

const minuteMs = 60_000

/** One after the other, from the real time: a time server's correction, summer time, a wrong year, and back. */
const jumpsMs = [
  2_000,
  -2_000,
  60 * minuteMs,
  -60 * minuteMs,
  365 * 24 * 60 * minuteMs,
  -24 * 60 * minuteMs,
  0,
]

/** Longer than the site takes to look by itself, with what it leaves for a message that is on its way. */
const patienceMs = 30_000

/** The process looks at its clock's file every 50 ms: see `site/moved-clock.ts`. */
const untilNoticedMs = 100

/** Sets the clocks of a lake and of a running site to and fro. */
export async function jumpClock(
  stage: Stage,
  {jumps = jumpsMs, editsAfterEach = 3, seed = 1} = {},
): Promise<Outcome> {
  const lake = await jumpClockOfLake(jumps, seed)
  const site = await jumpClockOfSite(stage, jumps, editsAfterEach)
  return {counts: [...lake.counts, ...site.counts], broken: [...lake.broken, ...site.broken]}
}

/** After each jump what is published must be seen as before. */
async function jumpClockOfSite(stage: Stage, jumps: number[], editsAfterEach: number): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'faults-clock-'))
  const file = path.join(folder, 'moved-by')
  writeFileSync(file, '0')
  const broken: string[] = []
  let [edits, refused] = [0, 0]
  let running: SiteProcess | null = null
  try {
    running = await stage.start({...movedClockVariables(file), COMPARE_SECONDS: '2'})
    const process = running
    const page = await stage.makePage()
    await stage.tell(process, page)
    if ((await untilShown(process, page, await page.edit(), patienceMs)) === null)
      throw new Error('The page was never made.')
    const visitors = visit(process.url, ['/', page.address])
    for (const jump of jumps) {
      writeFileSync(file, String(jump))
      await wait(untilNoticedMs)
      for (let edit = 0; edit < editsAfterEach; edit++) {
        edits += 1
        const words = await page.edit()
        // Signed by the lake's clock, which did not jump.
        const status = await stage.tell(process, page)
        const expected = Math.abs(jump) > timestampToleranceMs ? 401 : 200
        if (status === 401) refused += 1
        if (status !== expected)
          broken.push(`clock moved by ${jump} ms: the webhook was answered with ${status}`)
        if ((await untilShown(process, page, words, patienceMs)) === null)
          broken.push(`clock moved by ${jump} ms: edit ${edit + 1} was not seen in ${patienceMs / 1000} s`)
      }
    }
    const {pages, others} = await visitors.stop()
    return {
      counts: [
        [jumps.length, `jumps of the clock, in ms: ${jumps.join(', ')}`],
        [edits, 'edits after them'],
        [refused, 'of whose messages the site refused for its own clock, and found the edit by itself'],
        [pages, 'pages that visitors met'],
      ],
      broken: [...broken, ...others.map((met) => `a visitor met ${met}`)],
    }
  } finally {
    await running?.end()
    rmSync(folder, {recursive: true, force: true})
  }
}
