import {randomUUID} from 'node:crypto'
import type {ExprNode} from 'groq-js'
import type {JsonObject, LakeDocument} from '../types.ts'
import {type CandidateLookup, findCandidates, narrowToCandidates} from './narrow.ts'
import type {ParsedQuery} from './parse-query.ts'
import {rewriteTextQueries, usesTextQuery} from './rewrite-text-query.ts'
import type {TraceOptions} from './trace-query.ts'
import type {View} from './view.ts'

/** A query with everything that it takes to evaluate it once. */
export type PreparedQuery = {
  /** The parsed tree with candidates and searches put in. */
  tree: ExprNode
  options: TraceOptions
  /** What the evaluation reached by `->`, by the id that was asked for. */
  dereferenced: ReadonlyMap<string, LakeDocument | null>
}

export type Surroundings = {
  params: JsonObject
  identity: string
  sanity: {projectId: string; dataset: string}
}

/** Begins the keys of lookups: no id has a null character, and no query can guess the rest. */
const LOOKUP = `\u0000${randomUUID()}`

/** @throws LakeError 400 for a use of `text::query()` that cannot be answered */
export function prepareQuery(parsed: ParsedQuery, view: View, surroundings: Surroundings): PreparedQuery {
  const dereferenced = new Map<string, LakeDocument | null>()
  const lookups: CandidateLookup[] = []
  const dereference = ({_ref}: {_ref: string}) => {
    if (_ref.startsWith(LOOKUP)) {
      for (const lookup of lookups) {
        const found = findCandidates(view, lookup, _ref)
        if (found) return found
      }
    }
    const document = view.get(_ref) ?? null
    dereferenced.set(_ref, document)
    return document
  }
  const options: TraceOptions = {
    ...surroundings,
    dataset: [],
    timestamp: new Date(),
    dereference,
    isStored: (value) => '_id' in value && view.get(String(value._id)) === value,
  }
  const readAll = () => {
    options.dataset = view.documents()
  }
  const isSearch = usesTextQuery(parsed.tree)
  // What is searched for stands in the query no more, and may be anything.
  if (isSearch) readAll()
  const searched = isSearch
    ? rewriteTextQueries(parsed.tree, (id) => view.get(id), {...options, params: surroundings.params})
    : parsed.tree
  // groq-js cannot evaluate at once, and so not keep, a part of a query that it has only asynchronously.
  const narrowed = narrowToCandidates(searched, view, {
    evaluation: options,
    params: surroundings.params,
    readsAll: readAll,
    keepsIndependentParts: !parsed.needsAsync,
    newPrefix: () => `${LOOKUP}:${lookups.length}:`,
    addLookup: (lookup) => lookups.push(lookup),
  })
  return {tree: narrowed, options, dereferenced}
}
