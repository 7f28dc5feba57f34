import {isDeepStrictEqual} from 'node:util'
import type {ExprNode} from 'groq-js'
import type {JsonValue, LakeDocument} from '../types.ts'
import {attributeOf, elementAt, isObject, type PathSegment, type Traced} from './provenance.ts'
import {type TraceOptions, traceQuery} from './trace-query.ts'

/**
 * A Content Source Map as @sanity/client reads it: which path of which document each part of a result shows.
 * https://www.sanity.io/docs/content-source-maps
 */
export type SourceMap = {
  documents: Array<{_id: string; _type: string}>
  /** JSON paths inside documents, array elements by `_key` where they have one. */
  paths: string[]
  /** By JSON path of the result; a path without an entry belongs to the nearest one above it. */
  mappings: {[resultPath: string]: SourceMapping}
}

type SourceMapping = {
  type: 'value'
  source: {type: 'documentValue'; document: number; path: number}
}

/**
 * Says where each value of `result` was read. If tracing the query should come to another result than the one
 * that was answered, the map is empty: a missing link to the Studio does less harm than a wrong one.
 */
export function sourceMapOf(result: JsonValue, tree: ExprNode, options: TraceOptions): SourceMap {
  const builder = new SourceMapBuilder()
  const traced = traceSafely(tree, options)
  if (traced && isDeepStrictEqual(asPlainJson(traced.data), asPlainJson(result))) builder.add(traced, [])
  return builder.map
}

function traceSafely(tree: ExprNode, options: TraceOptions): Traced | null {
  try {
    return traceQuery(tree, options)
  } catch {
    return null
  }
}

function asPlainJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

class SourceMapBuilder {
  readonly map: SourceMap = {documents: [], paths: [], mappings: {}}
  readonly #documentNumbers = new Map<string, number>()
  readonly #pathNumbers = new Map<string, number>()

  /** @param followsFromAbove whether a mapping above already leads to this value, but for the keys on the way */
  add(traced: Traced, resultPath: PathSegment[], followsFromAbove = false): void {
    const {data, from} = traced
    if (from === null) return
    if (from.kind === 'value' && !(followsFromAbove && typeof from.path.at(-1) !== 'object')) {
      this.#addMapping(resultPath, from.document, from.path)
    }
    const follows = from.kind === 'value'
    if (Array.isArray(data)) {
      data.forEach((_, index) => {
        this.add(elementAt(traced, index), [...resultPath, index], follows)
      })
    } else if (isObject(data)) {
      for (const name of Object.keys(data))
        this.add(attributeOf(traced, name), [...resultPath, name], follows)
    }
  }

  #addMapping(resultPath: PathSegment[], document: LakeDocument, path: PathSegment[]): void {
    const {_originalId: originalId, _id, _type} = document
    const id = typeof originalId === 'string' ? originalId : _id
    const documentNumber = numberOf(this.#documentNumbers, id)
    this.map.documents[documentNumber] ??= {_id: id, _type}
    const pathText = jsonPath(path)
    const pathNumber = numberOf(this.#pathNumbers, pathText)
    this.map.paths[pathNumber] ??= pathText
    this.map.mappings[jsonPath(resultPath)] = {
      type: 'value',
      source: {type: 'documentValue', document: documentNumber, path: pathNumber},
    }
  }
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, numbers.size)
  return numbers.size - 1
}

const ESCAPES: {[character: string]: string} = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}

/** As @sanity/client writes JSON paths: `$['sections'][?(@._key=='a')]['title'][0]`. */
function jsonPath(path: PathSegment[]): string {
  const segments = path.map((segment) => {
    if (typeof segment === 'number') return `[${segment}]`
    return typeof segment === 'string' ? `['${escaped(segment)}']` : `[?(@._key=='${escaped(segment.key)}')]`
  })
  return `$${segments.join('')}`
}

function escaped(text: string): string {
  return text.replace(/[\f\n\r\t'\\]/g, (character) => ESCAPES[character] ?? character)
}
