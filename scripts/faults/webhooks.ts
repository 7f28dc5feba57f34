import {setTimeout as wait} from 'node:timers/promises'
import {pick, randomFrom} from '#sanity/lake/store/testing/random.ts'
import type {SiteProcess} from '../testing/several-machines.ts'
import type {Note, Outcome} from './outcome.ts'
import {type ChangedPage, type Stage, untilShown} from './site/stage.ts'
import {visit} from './site/visits.ts'

/** How often the site looks by itself, and how long it may take until what it found is seen. */
const compareSeconds = 2
const patienceMs = 30_000
const lateMs = 1_000

const ways = [
  'once',
  'twice',
  'late',
  'out of order',
  'never',
  'signed by a clock that is ten minutes off',
] as const
type Way = (typeof ways)[number]

/** Edits a page, and tells the site of it in every way but the right one. */
export async function loseWebhooks(
  stage: Stage,
  {rounds, seed, note = () => {}}: {rounds: number; seed: number; note?: Note},
): Promise<Outcome> {
  const random = randomFrom(seed)
  const broken: string[] = []
  const slowest = new Map<Way, number[]>()
  const variables = {COMPARE_SECONDS: String(compareSeconds)}
  let process = await stage.start(variables)
  try {
    const pages = [await stage.makePage(), await stage.makePage()] as const
    for (const page of pages) await stage.tell(process, page)
    const visitors = visit(process.url, ['/', '/schools'])
    for (let round = 0; round < rounds; round++) {
      note(`${round} of ${rounds}`)
      const way = ways[round] ?? pick(random, ways)
      const page = pick(random, pages)
      const words = await changeAndTell(way, stage, process, page)
      const shownAfter = await untilShown(process, page, words, patienceMs)
      if (shownAfter === null) broken.push(`told ${way}: an edit was not seen in ${patienceMs / 1000} s`)
      else slowest.set(way, [...(slowest.get(way) ?? []), shownAfter])
    }
    const {pages: met, others} = await visitors.stop()
    await process.end()
    const words = await pages[0].edit()
    process = await stage.start(variables)
    const afterStart = await untilShown(process, pages[0], words, patienceMs)
    if (afterStart === null) broken.push('an edit of which nobody told while the site was down was not seen')
    return {
      counts: [
        [rounds, 'edits'],
        ...[...slowest].map(([way, times]): [string, string] => [
          String(times.length),
          `told ${way}: seen after ${Math.round(Math.max(...times))} ms at most`,
        ]),
        [
          afterStart === null ? 'not seen' : `${Math.round(afterStart)} ms`,
          'after the start: an edit of which nobody told while the site was down',
        ],
        [`${compareSeconds} s`, 'between two looks of the site itself; 300 s as a rule'],
        [met, 'pages that visitors met'],
      ],
      broken: [...broken, ...others.map((other) => `a visitor met ${other}`)],
    }
  } finally {
    await process.end()
  }
}

async function changeAndTell(
  way: Way,
  {tell}: Stage,
  process: SiteProcess,
  page: ChangedPage,
): Promise<string> {
  const before = Date.now()
  const words = await page.edit()
  switch (way) {
    case 'once':
      await tell(process, page)
      return words
    case 'twice':
      await Promise.all([tell(process, page), tell(process, page)])
      return words
    case 'late':
      await wait(lateMs)
      await tell(process, page)
      return words
    case 'out of order': {
      const later = await page.edit()
      await tell(process, page, Date.now())
      await tell(process, page, before)
      return later
    }
    case 'never':
      return words
    case 'signed by a clock that is ten minutes off':
      await tell(process, page, Date.now() - 600_000)
      return words
  }
}
