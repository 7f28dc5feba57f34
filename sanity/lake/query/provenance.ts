import {DateTime, Path} from 'groq-js'
import type {JsonObject, LakeDocument} from '../types.ts'
import {isJsonObject} from './json.ts'

/** A step inside a document; array elements with a `_key` are named by it, since their place may change. */
export type PathSegment = string | number | {key: string}

/** Where a value was read from. Null means: computed, written in the query, or not known. */
export type Provenance =
  /** All of the value stands at this path of the document. */
  | {kind: 'value'; document: LakeDocument; path: PathSegment[]}
  /** A list of whole documents. */
  | {kind: 'documents'}
  /** An array that the query put together. */
  | {kind: 'array'; items: Provenance[]}
  /** An object that the query put together. */
  | {kind: 'object'; attributes: Map<string, Provenance>}
  | null

/** A value as groq-js holds it (JSON, or a date or path of GROQ) together with where it was read. */
export type Traced = {data: unknown; from: Provenance}

export const nothing: Traced = {data: null, from: null}

export function wholeDocument(document: LakeDocument): Traced {
  return {data: document, from: {kind: 'value', document, path: []}}
}

export function attributeOf({data, from}: Traced, name: string): Traced {
  if (!isObject(data) || !Object.hasOwn(data, name)) return nothing
  return {data: data[name] ?? null, from: provenanceOfAttribute(from, name)}
}

function provenanceOfAttribute(from: Provenance, name: string): Provenance {
  if (from?.kind === 'value') return {...from, path: [...from.path, name]}
  return from?.kind === 'object' ? (from.attributes.get(name) ?? null) : null
}

export function elementsOf(traced: Traced): Traced[] {
  const {data} = traced
  return Array.isArray(data) ? data.map((_, index) => elementAt(traced, index)) : []
}

export function elementAt({data, from}: Traced, index: number): Traced {
  const element: unknown = Array.isArray(data) ? (data[index] ?? null) : null
  if (element === null) return nothing
  switch (from?.kind) {
    case 'documents':
      return isDocument(element) ? wholeDocument(element) : {data: element, from: null}
    case 'array':
      return {data: element, from: from.items[index] ?? null}
    case 'value': {
      const key = isJsonObject(element) && typeof element._key === 'string' ? element._key : null
      return {data: element, from: {...from, path: [...from.path, key === null ? index : {key}]}}
    }
    default:
      return {data: element, from: null}
  }
}

export function arrayOf(elements: Traced[]): Traced {
  return {
    data: elements.map(({data}) => data),
    from: {kind: 'array', items: elements.map(({from}) => from)},
  }
}

/** An object in the sense of GROQ, where dates and paths are values of their own. */
export function isObject(value: unknown): value is JsonObject {
  return isJsonObject(value) && !(value instanceof DateTime) && !(value instanceof Path)
}

export function isDocument(value: unknown): value is LakeDocument {
  return isJsonObject(value) && typeof value._id === 'string' && typeof value._type === 'string'
}
