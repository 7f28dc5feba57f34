import {isDeepStrictEqual} from 'node:util'
import {evaluateSync, parse, toJS} from 'groq-js'
import {createQueryEngine} from '../query/engine.ts'
import type {Identity, JsonObject, LakeDocument} from '../types.ts'
import {generateDocuments, memoryDataset} from './generated-dataset.ts'

export type MeasuredQuery = {
  /** What the table calls it: the query itself where it is short. */
  name: string
  query: string
  params?: JsonObject
  /** With more documents than this groq-js is not asked: it would take too long, or cannot answer. */
  plainUpTo?: number
  /** Why it is no faster, or not flat in the number of documents, in sentences. */
  why?: string
}

/** Milliseconds, the median; `plain` is null where groq-js was not asked. */
export type QueryTime = {documents: number; name: string; plain: number | null; ours: number; why?: string}

const PAGE = '{..., "said": testimonials[]->{quotation}}'
const SLUG = `*[_type == "school" && slug.current == $slug][0]${PAGE}`

/** By what the index holds, and what it does not. */
const QUERIES: MeasuredQuery[] = [
  {name: 'by slug', query: SLUG, params: {slug: 'school-7'}},
  {name: 'by id', query: '*[_id == $id][0]', params: {id: 'school-7'}},
  {name: 'by ids', query: '*[_id in $ids]{name}', params: {ids: ['school-3', 'school-7', 'school-301']}},
  {name: 'by reference', query: '*[references($id)]._id', params: {id: 'testimonial-30'}},
  {name: 'by type', query: '*[_type == "school"] | order(name asc)[0...50]{_id, name}'},
  {name: 'count of a type', query: 'count(*[_type == "school"])'},
  {
    name: 'by type and a field, 20',
    query: '*[_type == "school" && phase == "special"][0...20]{name, "slug": slug.current}',
  },
  {
    name: 'back along a reference',
    query: '*[_type == "testimonial"][0...3]{quotation, "schools": *[references(^._id)].name}',
  },
  {
    name: 'match over a type',
    query: '*[_type == "school" && name match "vall*"]{name}',
    why: 'The name of each school is looked at, and the answer grows with them: one in nine begins with these letters.',
  },
]

const identity: Identity = {kind: 'user', userId: 'bench', role: 'viewer'}
/** On a machine that is busy with other things. */
const patienceMs = 60_000
const AFTER_EDIT = 'an edit, then by slug in `drafts`'

/**
 * How long queries take, against groq-js alone over all documents, in the same run.
 * @param sizes - each a number of documents to measure with
 * @param milliseconds - for how long each query is repeated
 * @param more - queries beside those of the index itself
 * @throws Error when the two answer differently
 */
export function timeQueries(
  sizes: readonly number[],
  milliseconds: number,
  more: readonly MeasuredQuery[],
): QueryTime[] {
  return sizes.flatMap((size) => timesOf(size, milliseconds, [...QUERIES, ...more]))
}

function timesOf(size: number, milliseconds: number, queries: readonly MeasuredQuery[]): QueryTime[] {
  // In the order in which the engine answers without order().
  const documents = generateDocuments(size).sort((one, other) => (one._id < other._id ? -1 : 1))
  const dataset = memoryDataset(documents)
  const engine = createQueryEngine(dataset, {timeLimit: patienceMs})
  const time = (run: () => unknown) => medianTime(run, milliseconds)
  const times = queries.map((measured): QueryTime => {
    const {name, query, params = {}, plainUpTo = Number.POSITIVE_INFINITY, why} = measured
    const ours = () => engine.querySync({query, params, perspective: 'published', identity}).result
    if (size > plainUpTo) return {documents: size, name, plain: null, ours: time(ours), why}
    // Some take a minute, so the answer that is compared is one of those that were timed.
    let answer: unknown
    const plain = time(() => {
      answer = groqAlone(documents, query, params)
    })
    if (!isDeepStrictEqual(answer, ours())) throw new Error(`The answers to ${query} differ`)
    return {documents: size, name, plain, ours: time(ours), why}
  })
  const edit = editedAgainAndAgain(documents, dataset.put)
  const slug = {query: SLUG, params: {slug: 'school-7'}, identity}
  const afterEdit = (ask: () => unknown) => () => {
    edit()
    ask()
  }
  const ours = () => engine.querySync({...slug, perspective: 'drafts'})
  const plain = () => groqAlone(overlaid(dataset.documents), slug.query, slug.params)
  ours()
  return [
    ...times,
    {documents: size, name: AFTER_EDIT, plain: time(afterEdit(plain)), ours: time(afterEdit(ours))},
  ]
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
  const first = performance.now()
  run()
  // What takes a second is known well enough by then.
  const took = performance.now() - first
  if (took > 1000) return took
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
