import {chromium} from '@playwright/test'
import lighthouse from 'lighthouse'
import {chromiumPath} from '../../__tests__/browser/support/chromium.ts'
import {freePorts} from '../testing/free-ports.ts'
import {median} from './median.ts'

const pages = [
  '/',
  '/working-with-us',
  '/schools',
  '/schools/thornmere-primary',
  '/schools/thornmere-primary/talk',
]
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

/**
 * What Lighthouse gives the pages that visitors see most, on a slow phone as it imagines one.
 * @param runs - visits to each page; the table has their medians
 * @returns a table in Markdown, and below it what cost points in any run
 */
export async function measureLighthouse(siteUrl: string, runs: number): Promise<string> {
  const port = await freePorts(1)
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : {executablePath}),
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  const table = [
    `| page, medians of ${runs} | ${categories.join(' | ')} |`,
    `|---|${'---:|'.repeat(categories.length)}`,
  ]
  const lost = new Set<string>()
  try {
    for (const page of pages) {
      const results: Result[] = []
      for (let run = 0; run < runs; run++) results.push(await visit(`${siteUrl}${page}`, port))
      const medians = categories.map((category) => median(results.map(({scores}) => scores[category])))
      table.push(`| ${page} | ${medians.join(' | ')} |`)
      for (const reason of results.flatMap((result) => result.lost)) lost.add(`- ${page}: ${reason}`)
    }
  } finally {
    await browser.close()
  }
  const reasons = lost.size === 0 ? [] : ['', 'Below the highest score in at least one run:', '', ...lost]
  return [...table, ...reasons].join('\n')
}
