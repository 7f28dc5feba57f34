import {isDeepStrictEqual} from 'node:util'
import {evaluateSync, parse, toJS} from 'groq-js'
import {createQueryEngine} from '../query/engine.ts'
import type {Identity, JsonObject, LakeDocument} from '../types.ts'
import {generateDocuments, memoryDataset} from './generated-dataset.ts'

const PAGE = '{..., "said": testimonials[]->{quotation}}'
const QUERIES: Array<{query: string; params?: JsonObject}> = [
  {
    query: `*[_type == "school" && slug.current == $slug][0]${PAGE}`,
    params: {slug: 'school-77'},
  },
  {query: '*[_id == $id][0]', params: {id: 'school-77'}},
  {query: '*[_id in $ids]{name}', params: {ids: ['school-3', 'school-77', 'school-301']}},
  {query: '*[references($id)]._id', params: {id: 'testimonial-30'}},
  {query: '*[_type == "school"] | order(name asc)[0...50]{_id, name}'},
  {query: 'count(*[_type == "school"])'},
  {query: '*[_type == "school" && name match "vall*"]{name}'},
  {query: '*[_type == "school" && phase == "special"][0...20]{name, "slug": slug.current}'},
  {query: '*[_type == "testimonial"][0...3]{quotation, "schools": *[references(^._id)].name}'},
]

const identity: Identity = {kind: 'user', userId: 'bench', role: 'viewer'}

/**
 * How long queries take, against groq-js alone over all documents, in the same run.
 * @param sizes - each a number of documents to measure with
 * @param milliseconds - for how long each query is repeated
 * @returns a table in Markdown, with medians in milliseconds
 * @throws Error when the two answer differently
 */
export function measureQueries(sizes: readonly number[], milliseconds: number): string {
  const head = ['| documents | query | groq-js, ms | engine, ms | ratio |', '|---:|---|---:|---:|---:|']
  return [...head, ...sizes.flatMap((size) => rowsOf(size, milliseconds))].join('\n')
}

function rowsOf(size: number, milliseconds: number): string[] {
  // In the order in which the engine answers without order().
  const documents = generateDocuments(size).sort((one, other) => (one._id < other._id ? -1 : 1))
  const dataset = memoryDataset(documents)
  const engine = createQueryEngine(dataset)
  const time = (run: () => unknown) => medianTime(run, milliseconds)
  const rows = QUERIES.map(({query, params = {}}) => {
    const plain = () => groqAlone(documents, query, params)
    const ours = () => engine.querySync({query, params, perspective: 'published', identity}).result
    if (!isDeepStrictEqual(plain(), ours())) throw new Error(`The answers to ${query} differ`)
    return row(size, `\`${query.replaceAll('|', '\\|')}\``, time(plain), time(ours))
  })
  const edit = editedAgainAndAgain(documents, dataset.put)
  const slug = {query: QUERIES[0]?.query ?? '', params: {slug: 'school-77'}, identity}
  const afterEdit = (ask: () => unknown) => () => {
    edit()
    ask()
  }
  const ours = () => engine.querySync({...slug, perspective: 'drafts'})
  const plain = () => groqAlone(overlaid(dataset.documents), slug.query, slug.params)
  ours()
  const what = 'an edit and then the first query, perspective `drafts`'
  return [...rows, row(size, what, time(afterEdit(plain)), time(afterEdit(ours)))]
}

/** As a program without the engine would do it: parse and evaluate. */
function groqAlone(documents: LakeDocument[], query: string, params: JsonObject): unknown {
  const byId = (id: string) => documents.find((document) => document._id === id)
  const dereference = ({_ref}: {_ref: string}) => byId(_ref) ?? null
  return toJS(evaluateSync(parse(query, {params}), {dataset: documents, params, dereference}))
}

function overlaid(documents: ReadonlyMap<string, LakeDocument>): LakeDocument[] {
  return Array.from(documents.values(), (document) => ({...document, _originalId: document._id}))
}

function editedAgainAndAgain(documents: LakeDocument[], put: (document: LakeDocument) => void): () => void {
  let edits = 0
  return () => {
    const document = documents[0]
    edits += 1
    if (document) put({...document, name: `Edited ${edits}`})
  }
}

/** Milliseconds. Repeats for that long, or three times where that takes longer; the first round does not count. */
function medianTime(run: () => unknown, milliseconds: number): number {
  run()
  const times: number[] = []
  const end = performance.now() + milliseconds
  while (times.length < 3 || (performance.now() < end && times.length < 2000)) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(times.length / 2)] ?? 0
}

function row(size: number, what: string, plain: number, ours: number): string {
  const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  return `| ${size.toLocaleString('en-GB')} | ${what} | ${number(plain)} | ${number(ours)} | ${number(plain / ours)} × |`
}
