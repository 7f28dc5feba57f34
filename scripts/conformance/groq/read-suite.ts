import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {isJsonObject} from '#sanity/lake/query/json.ts'
import type {DocumentStub, JsonObject, JsonValue} from '#sanity/lake/types.ts'
import {ConformanceProblem} from '../problem.ts'

/** One case of Sanity's public GROQ test suite. */
export type GroqCase = {
  /** Names it for people, with the file that it comes from. */
  name: string
  query: string
  params: JsonObject
  /** False for a query that must be refused. */
  isValid: boolean
  /** What a valid query must answer. */
  result: JsonValue
  /** The documents that it is asked of, by the key of `GroqSuite.documents`. */
  dataset: string
  /** Such as `>= 1.0`; `0.1` is the GROQ of API version 1. Null says nothing. */
  version: string | null
  /** Parts of GROQ that not every lake has, such as `geoFunctions`. */
  features: string[]
}

export type GroqSuite = {cases: GroqCase[]; documents: Map<string, DocumentStub[]>}

/** The suite as one file, with one data set or case on each line. */
const fileName = 'suite.ndjson.gz'

/**
 * Reads the suite.
 * @param folder - the folder that holds `suite.ndjson.gz`
 * @throws ConformanceProblem when it is not there, or is something else
 */
export function readSuite(folder: string): GroqSuite {
  const file = path.join(path.resolve(folder), fileName)
  if (!existsSync(file)) {
    throw new ConformanceProblem(
      `${file} is not there. Give the folder that holds ${fileName}, made of the public repository sanity-io/groq-test-suite: --data <folder>`,
    )
  }
  const suite: GroqSuite = {cases: [], documents: new Map()}
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line.trim() !== '') add(JSON.parse(line), suite)
  }
  if (suite.cases.length === 0) throw new ConformanceProblem(`${file} holds no test.`)
  return suite
}

function add(entry: unknown, suite: GroqSuite): void {
  if (!isJsonObject(entry) || typeof entry._id !== 'string') throw malformed(entry)
  if (entry._type === 'dataset') suite.documents.set(entry._id, documentsOf(entry))
  else if (entry._type === 'test') suite.cases.push(caseOf(entry))
}

function documentsOf({documents}: JsonObject): DocumentStub[] {
  if (!Array.isArray(documents)) return []
  return documents.filter(isJsonObject).map((document) => {
    if (typeof document._id !== 'string' || typeof document._type !== 'string') throw malformed(document)
    return {...document, _id: document._id, _type: document._type}
  })
}

function caseOf(entry: JsonObject): GroqCase {
  const {name, filename, query, dataset, features} = entry
  if (typeof name !== 'string' || typeof query !== 'string') throw malformed(entry)
  if (!isJsonObject(dataset) || typeof dataset._ref !== 'string') throw malformed(entry)
  return {
    name: typeof filename === 'string' ? `${filename}: ${name}` : name,
    query,
    params: isJsonObject(entry.params) ? entry.params : {},
    isValid: entry.valid !== false,
    result: entry.result ?? null,
    dataset: dataset._ref,
    version: typeof entry.version === 'string' ? entry.version : null,
    features: Array.isArray(features) ? features.map(String) : [],
  }
}

function malformed(entry: unknown): ConformanceProblem {
  return new ConformanceProblem(
    `The suite holds something unexpected: ${JSON.stringify(entry).slice(0, 200)}`,
  )
}
