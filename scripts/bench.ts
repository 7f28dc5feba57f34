/** `npm run bench`: what is fast, in figures. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {availableParallelism, loadavg} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {dayInWords} from '#lib/dates.ts'
import {measureFreshness} from './bench/freshness.ts'
import {measureGrowth} from './bench/growth.ts'
import {measureLighthouse} from './bench/lighthouse.ts'
import {measureMachines} from './bench/machines.ts'
import {measurePreview} from './bench/preview.ts'
import {measureQueries} from './bench/queries.ts'
import {isMeasurement, type Measurement, measurements, withMeasurement} from './bench/report.ts'
import {measureStudio} from './bench/studio/measure-studio.ts'
import {measureThroughput} from './bench/throughput.ts'
import {runCommand, UsageError, wholeNumber} from './content/command.ts'
import {startTestSite} from './testing/test-site.ts'

const usage = `Measures, prints what was found, and keeps it in docs/bench.md. Changes nothing in .data/.

  npm run bench                      everything, in some twenty minutes
  npm run bench -- queries           query times against plain groq-js, memory, mutations and listeners of the lake
  npm run bench -- freshness         how soon a visitor reads what was published
  npm run bench -- throughput        requests a second for a page that is kept, against nginx with a file
  npm run bench -- growth            builds and edits of a site of 20, 200 and 2,000 pages
  npm run bench -- machines          how soon two processes show an edit, and what a restart loses
  npm run bench -- preview           how soon staff see what they type
  npm run bench -- lighthouse        what Lighthouse gives the pages that visitors see most
  npm run bench -- studio            how soon the Studio is ready, and how soon what is typed is seen

  --documents 100     queries: with that many documents; may be repeated
  --pages 20          growth: a site of that many pages; may be repeated
  --milliseconds 50   queries: repeats each for that long
  --runs 1            lighthouse: visits to each page
  --report other.md   keeps the figures in another file`

await runCommand(usage, async () => {
  const {names, documents, pages, milliseconds, runs, report} = readArguments()
  const when = circumstances()
  const keep = (name: Measurement, found: string) => {
    process.stdout.write(`\n${found}\n`)
    const before = existsSync(report) ? readFileSync(report, 'utf8') : ''
    writeFileSync(report, withMeasurement(before, name, `${when}\n\n${found}`))
  }
  if (names.includes('queries')) {
    keep('queries', await measureQueries(documents, milliseconds, path.dirname(report)))
  }
  if (names.includes('growth')) keep('growth', await measureGrowth(pages))
  if (names.every((name) => name === 'queries' || name === 'growth')) return
  // Elsewhere than in production search engines are told to stay away, which Lighthouse would count as a fault.
  const site = await startTestSite({settings: {SITE_ENVIRONMENT: 'production'}})
  try {
    if (names.includes('freshness')) keep('freshness', await measureFreshness(site))
    if (names.includes('throughput')) keep('throughput', await measureThroughput(site))
    if (names.includes('machines')) keep('machines', await measureMachines(site))
    if (names.includes('preview')) keep('preview', await measurePreview(site))
    if (names.includes('studio')) keep('studio', await measureStudio(site))
    if (names.includes('lighthouse')) keep('lighthouse', await measureLighthouse(site.url, runs))
  } finally {
    await site.stop()
  }
})

/** @throws UsageError */
function readArguments() {
  const {values, positionals} = parse()
  const unknown = positionals.find((name) => !isMeasurement(name))
  if (unknown !== undefined) throw new UsageError(`“${unknown}” is nothing that can be measured.`)
  const names = positionals.filter(isMeasurement)
  return {
    names: names.length === 0 ? measurements : names,
    documents: values.documents.map((value) => wholeNumber('documents', value)),
    pages: values.pages.map((value) => wholeNumber('pages', value)),
    milliseconds: wholeNumber('milliseconds', values.milliseconds),
    runs: wholeNumber('runs', values.runs),
    report: values.report,
  }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        documents: {type: 'string', multiple: true, default: ['100', '1000', '10000', '100000']},
        pages: {type: 'string', multiple: true, default: ['20', '200', '2000']},
        milliseconds: {type: 'string', default: '500'},
        runs: {type: 'string', default: '5'},
        report: {type: 'string', default: path.resolve(import.meta.dirname, '../docs/bench.md')},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** No two machines give the same figures, and one that is busy with other things gives worse ones. */
function circumstances(): string {
  const day = dayInWords(new Date().toISOString())
  const [load = 0] = loadavg()
  return (
    `Measured on ${day} with Node.js ${process.versions.node} on ${availableParallelism()} CPUs, ` +
    `which had a load of ${load.toFixed(1)} from other things before.`
  )
}
