/**
 * `npm run bench:lighthouse`: what Lighthouse gives the pages that visitors see most, on a slow phone as it imagines
 * one: medians of several runs, and what cost points. Starts everything in a temporary data folder, on free ports.
 */
import {parseArgs} from 'node:util'
import {chromium} from '@playwright/test'
import lighthouse from 'lighthouse'
import {chromiumPath} from '../__tests__/browser/support/chromium.ts'
import {freePorts} from './testing/free-ports.ts'
import {startTestSite} from './testing/test-site.ts'

const pages = ['/', '/working-with-us', '/schools/thornmere-primary', '/schools']
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Category = (typeof categories)[number]
type Result = {
  /** From 0 to 100. */
  scores: {[category in Category]: number}
  /** What cost points, as Lighthouse calls it. */
  lost: string[]
}

/** One visit, with nothing kept from the one before. */
async function visit(address: string, port: number): Promise<Result> {
  const answer = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...categories],
  })
  if (answer === undefined) throw new Error(`Lighthouse says nothing about ${address}.`)
  const {lhr} = answer
  if (lhr.runtimeError) throw new Error(`Lighthouse could not visit ${address}: ${lhr.runtimeError.message}`)
  const scoreOf = (category: Category) => Math.round((lhr.categories[category]?.score ?? 0) * 100)
  const weighed = categories.flatMap((category) => lhr.categories[category]?.auditRefs ?? [])
  const lost = weighed.flatMap(({id, weight}) => {
    const audit = lhr.audits[id]
    const failed = weight > 0 && typeof audit?.score === 'number' && audit.score < 0.995
    return failed ? [audit.title] : []
  })
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    lost,
  }
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const {values} = parseArgs({options: {runs: {type: 'string', default: '5'}}})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number of visits, such as 5.')

// Elsewhere search engines are told to stay away, which Lighthouse would count as a fault.
const site = await startTestSite({settings: {SITE_ENVIRONMENT: 'production'}})
const port = await freePorts(1)
const executablePath = chromiumPath()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : {executablePath}),
  args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--no-first-run'],
})
try {
  process.stdout.write(`\n| page, medians of ${runs} | ${categories.join(' | ')} |\n`)
  process.stdout.write(`|---|${'---|'.repeat(categories.length)}\n`)
  const lost = new Set<string>()
  for (const page of pages) {
    const results: Result[] = []
    for (let run = 0; run < runs; run++) results.push(await visit(`${site.url}${page}`, port))
    const medians = categories.map((category) => median(results.map(({scores}) => scores[category])))
    process.stdout.write(`| ${page} | ${medians.join(' | ')} |\n`)
    for (const reason of results.flatMap((result) => result.lost)) lost.add(`${page}: ${reason}`)
  }
  if (lost.size > 0) process.stdout.write(`\nLost points in at least one run:\n${[...lost].join('\n')}\n`)
} finally {
  await browser.close()
  await site.stop()
}
