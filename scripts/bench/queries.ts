import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {
  addressesQuery,
  claimsQuery,
  pageQuery,
  schoolQuery,
  schoolsQuery,
  settingsQuery,
} from '#sanity/lib/queries.ts'
import {type AskedQuery, memoryOfWholeLake, memoryPerDocument} from '../../sanity/lake/bench/memory-bench.ts'
import {type MeasuredQuery, type QueryTime, timeQueries} from '../../sanity/lake/bench/query-bench.ts'
import {drawChart, type Line} from './chart.ts'
import {measureLakeLoad} from './lake-load.ts'
import {memoryShortfall, shortfallsOf} from './shortfalls.ts'

/** As the Studio asks for its lists (`*` while nobody has typed) and for what somebody looks for. */
const studioList =
  '*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery))]' +
  '{_type, _id, _originalId, "orderings": [name]} | order(orderings[0] asc)[0...$__limit]'
const studioSearch =
  '*[_type in $__types] | score(boost(_type in ["school"] && name match text::query($__query), 10), ' +
  '([@, _id] match text::query($__query) || references($__rawQuery)))[_score > 0]' +
  '{_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc)[0...$__limit]'
const studioParams = {__types: ['school'], __query: '*', __rawQuery: '', __limit: 101}

/** Mutations are written for so many times as long as each query is repeated. */
const writingRounds = 10

/** groq-js has no `text::query()`. */
const alone = {plainUpTo: 0}
/** What groq-js answers by asking all documents for each document: a minute for 10,000, an hour or two for 100,000. */
const fewer = {plainUpTo: 10_000}

const limited =
  'It takes as long whatever the number of documents: half of it is the setting up of the limit of time under which queries with loops inside loops are evaluated, the rest is the way through the query itself, which is long.'

const siteQueries: MeasuredQuery[] = [
  {name: 'site: settings', query: settingsQuery, why: limited},
  {
    name: 'site: a page',
    query: pageQuery,
    params: {slug: 'pages/page-4'},
    ...fewer,
    why: 'For the way to it, each page is asked whether its address begins the one of this page.',
  },
  {
    name: 'site: a school',
    query: schoolQuery,
    params: {slug: 'school-7'},
    why: 'Its answer names all other schools, of which the site takes the nearest; groq-js makes each entry here as there.',
  },
  {name: 'site: all claims', query: claimsQuery, why: limited},
  {
    name: 'site: all schools',
    query: schoolsQuery,
    why: 'Its answer has an entry for each school, which groq-js makes here as there; the index saves only the looking for them.',
  },
  {
    name: 'site: all addresses',
    query: addressesQuery,
    ...fewer,
    why: 'Its answer has an entry for each page and each school: 60,000 of 100,000 documents, and 18 MB.',
  },
  {name: 'Studio: a list', query: studioList, params: studioParams, ...alone},
  {
    name: 'Studio: a search',
    query: studioSearch,
    params: {...studioParams, __query: 'vall*', __rawQuery: 'vall'},
    ...alone,
    why: 'Every document of the type is given a score, for which all of its words are looked at.',
  },
]

/** As the Studio asks when it has been opened: its list of each type, all documents for “Needs attention”, and one by its id. */
const types = ['school', 'testimonial', 'page']
const askedByStudio: AskedQuery[] = [
  ...types.map((type) => ({
    query: studioList,
    params: {...studioParams, __types: [type]},
    perspective: 'drafts' as const,
  })),
  {query: '*[_type in $types]', params: {types}, perspective: 'raw'},
  {query: '*[_id in ["school-7", "drafts.school-7"]]', perspective: 'raw'},
]

const drawn = ['by slug', 'by reference', 'by type', 'match over a type']
const chartFile = 'bench/queries.svg'

/**
 * Times of queries as a table and a chart, memory of the indexes, and what writing and listening a lake bears.
 * @param folder - where the report is, and the chart is put beside it
 */
export async function measureQueries(
  sizes: readonly number[],
  milliseconds: number,
  folder: string,
): Promise<string> {
  const times = timeQueries(sizes, milliseconds, siteQueries)
  const chart = path.join(folder, chartFile)
  mkdirSync(path.dirname(chart), {recursive: true})
  writeFileSync(chart, chartOf(times))
  const memorySize = Math.max(...sizes)
  const kibibytes = (bytes: number) => (bytes / 1024).toFixed(2)
  const memory = (['published', 'drafts', 'raw'] as const).map(
    (perspective) => `${kibibytes(memoryPerDocument(memorySize, perspective))} KiB (\`${perspective}\`)`,
  )
  const askedBySite = siteQueries
    .filter(({name}) => name.startsWith('site:'))
    .map(({query, params}): AskedQuery => ({query, params, perspective: 'published'}))
  const whole = memoryOfWholeLake(memorySize, [...askedBySite, ...askedByStudio])
  const {mutationsPerSecond, listeners, heard} = await measureLakeLoad(milliseconds * writingRounds)
  return [
    '| documents | query | groq-js, ms | engine, ms | ratio |',
    '|---:|---|---:|---:|---:|',
    ...times.map(row),
    '',
    `![Times of queries by the number of documents, the engine against groq-js](${chartFile})`,
    '',
    'A dash: groq-js would take an hour or two, or has no such function. Each query in full: `sanity/lake/bench/query-bench.ts`, `scripts/bench/queries.ts`.',
    '',
    `Memory beside ${memorySize.toLocaleString('en-GB')} documents, for each, of the indexes of one perspective and one order: ${memory.join(', ')}.`,
    `The same of all that a lake keeps for a site with an open Studio, one document in twenty having a draft: ${kibibytes(whole.engine + whole.references)} KiB, of which ${kibibytes(whole.engine)} KiB are the indexes and orders of these three perspectives together, and ${kibibytes(whole.references)} KiB the store’s own index of references.`,
    'A release that somebody looks at adds as much as `drafts` (eight are kept at most), and a reader without a token as much as `published`.',
    `Mutations, one document each, on the disk before they are answered: ${Math.round(mutationsPerSecond)} a second.`,
    `${listeners} listeners, from sending a mutation until the last has heard of it: median ${Math.round(heard.median)} ms, worst ${Math.round(heard.worst)} ms.`,
    '',
    '### What falls short, and why',
    '',
    ...shortfallsOf(times),
    '',
    memoryShortfall(whole.engine + whole.references),
  ].join('\n')
}

function row({documents, name, plain, ours}: QueryTime): string {
  const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  const [theirs, ratio] = plain === null ? ['–', '–'] : [number(plain), `${number(plain / ours)} ×`]
  return `| ${documents.toLocaleString('en-GB')} | ${name} | ${theirs} | ${number(ours)} | ${ratio} |`
}

function chartOf(times: readonly QueryTime[]): string {
  const lines = drawn.flatMap((name): Line[] => {
    const of = times.filter((time) => time.name === name)
    return [
      {name, isOther: false, points: of.map(({documents, ours}) => ({x: documents, y: ours}))},
      {
        name: `${name}, groq-js`,
        isOther: true,
        points: of.flatMap(({documents, plain}) => (plain === null ? [] : [{x: documents, y: plain}])),
      },
    ]
  })
  return drawChart({
    title: 'Queries of the embedded Content Lake',
    description:
      'Milliseconds of four queries by the number of documents, on scales of tenfold steps: whole lines for the engine with its indexes, dashes for groq-js over all documents. The figures are in the table below it.',
    xName: 'documents',
    yName: 'milliseconds, median',
    lines,
  })
}
