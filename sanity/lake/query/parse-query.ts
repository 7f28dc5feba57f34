import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {type LakeError, typedError} from '../errors.ts'
import {TimeLimitExceeded, withTimeLimit} from '../time-limit.ts'
import type {JsonObject} from '../types.ts'
import {mayBeSlow} from './query-cost.ts'
import {checkNesting, isUnfinished, MAX_QUERY_LENGTH} from './query-limits.ts'
import {contains, visit} from './syntax-tree.ts'

/** A parsed query. Its tree is shared between callers and never changed. */
export type ParsedQuery = {
  tree: ExprNode
  /** Uses functions that groq-js offers only asynchronously. */
  needsAsync: boolean
  /** To be evaluated with a limit of time. */
  mayBeSlow: boolean
  parameters: string[]
}

/** groq-js parses these but cannot evaluate them. */
const UNSUPPORTED = new Set([
  'global::anywhere',
  'media::aspect',
  'text::semanticSimilarity',
  'user::attributes',
  'documents::get',
  'documents::incomingRefCount',
  'documents::incomingGlobalDocumentReferenceCount',
  'geo::latLng',
  'geo::contains',
  'geo::intersects',
  'geo::distance',
])

/** Entries, not bytes: a query of the Studio has about 1 kB, its tree a few times that. */
const CACHE_SIZE = 500
/** Longer queries are rare and parsed anew each time. */
const MAX_CACHED_LENGTH = 32_000
/** In UTF-16 code units. */
const LONG = 5_000
/** Milliseconds. */
const PARSE_TIME_LIMIT = 1000
const DECLARATION = /\bfn\s/
const cache = new Map<string, ParsedQuery>()

/**
 * Parses a query, or finds it in the cache.
 *
 * groq-js folds parameters into the tree where the grammar wants a constant (`[0...$limit]`, `object[$key]`).
 * Such a tree holds for these parameters alone, so it is kept under the query together with the parameters;
 * all others are parsed without parameters and kept under the query.
 * @throws LakeError 400 `queryParseError`
 */
export function parseQuery(query: string, params: JsonObject): ParsedQuery {
  if (query.length > MAX_QUERY_LENGTH) {
    throw parseError(query.slice(0, 100), `query is longer than ${MAX_QUERY_LENGTH} characters`, 0, 100)
  }
  const parsed = cached(query) ?? cached(foldedKey(query, params)) ?? parseAndKeep(query, params)
  for (const name of parsed.parameters) {
    if (!Object.hasOwn(params, name) || params[name] === undefined) throw missingParameter(query, name)
  }
  return parsed
}

function foldedKey(query: string, params: JsonObject): string {
  return `${query}\u0000${JSON.stringify(params)}`
}

function cached(key: string): ParsedQuery | undefined {
  const found = cache.get(key)
  if (found) {
    cache.delete(key)
    cache.set(key, found)
  }
  return found
}

function parseAndKeep(query: string, params: JsonObject): ParsedQuery {
  checkNesting(query, (description, at) => parseError(query, description, at, at + 1))
  const run = () => {
    const general = parseWithoutParams(query)
    return {general, parsed: analyse(query, general ?? parseTree(query, params))}
  }
  // Functions that call each other twice double the tree with each one, and a chain takes the square of its length.
  const mayBeSlow = query.length > LONG || DECLARATION.test(query)
  const {general, parsed} = mayBeSlow ? parseInTime(query, run) : run()
  const key = general ? query : foldedKey(query, params)
  if (key.length <= MAX_CACHED_LENGTH) cache.set(key, parsed)
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHE_SIZE) break
    cache.delete(oldest)
  }
  return parsed
}

function parseInTime<Result>(query: string, run: () => Result): Result {
  try {
    return withTimeLimit(PARSE_TIME_LIMIT, run)
  } catch (error) {
    if (error instanceof TimeLimitExceeded) {
      throw parseError(query, 'the query takes too long to parse', 0, query.length)
    }
    throw error
  }
}

/** The tree that holds for all parameters, or null where groq-js needs their values. */
function parseWithoutParams(query: string): ExprNode | null {
  try {
    const tree = parse(query)
    return contains(tree, foldsParameter) ? null : tree
  } catch (error) {
    // A syntax error does not depend on parameters; any other complaint may.
    if (error instanceof GroqSyntaxError || !query.includes('$')) throw parseFailure(query, error)
    return null
  }
}

function parseTree(query: string, params: JsonObject): ExprNode {
  try {
    return parse(query, {params})
  } catch (error) {
    const missing = namesIn(query).find((name) => !Object.hasOwn(params, name))
    throw missing === undefined ? parseFailure(query, error) : missingParameter(query, missing)
  }
}

/** `value[$key]` is parsed as a filter, which becomes element or attribute access once `$key` is known. */
function foldsParameter(node: ExprNode): boolean {
  return (
    node.type === 'Filter' && isConstant(node.expr) && contains(node.expr, ({type}) => type === 'Parameter')
  )
}

function isConstant(node: ExprNode): boolean {
  switch (node.type) {
    case 'Value':
    case 'Parameter':
      return true
    case 'Group':
    case 'Pos':
    case 'Neg':
      return isConstant(node.base)
    case 'OpCall':
      return (
        ['+', '-', '*', '/', '%', '**'].includes(node.op) && isConstant(node.left) && isConstant(node.right)
      )
    default:
      return false
  }
}

/** @throws LakeError 400, also for a chain so long that walking over its tree exhausts the stack */
function analyse(query: string, tree: ExprNode): ParsedQuery {
  try {
    return inspect(query, tree)
  } catch (error) {
    throw error instanceof RangeError ? parseFailure(query, error) : error
  }
}

function inspect(query: string, tree: ExprNode): ParsedQuery {
  const parameters = new Set<string>()
  let needsAsync = false
  visit(tree, (node) => {
    if (node.type === 'Parameter') parameters.add(node.name)
    if (node.type !== 'FuncCall') return
    const name = `${node.namespace}::${node.name}`
    if (UNSUPPORTED.has(name)) {
      throw parseError(query, `${name}() is not supported by the embedded Content Lake`, 0, query.length)
    }
    needsAsync ||= /^(?:diff|delta)::changed/.test(name)
  })
  return {tree, needsAsync, mayBeSlow: query.length > LONG || mayBeSlow(tree), parameters: [...parameters]}
}

/** Names of all parameters that the text mentions, strings and comments left out. */
function namesIn(query: string): string[] {
  return Array.from(parameterMentions(query), ({name}) => name)
}

function* parameterMentions(query: string): Generator<{name: string; start: number}> {
  const token = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*|\$([A-Za-z_]\w*)/g
  for (const match of query.matchAll(token)) {
    if (match[1] !== undefined) yield {name: match[1], start: match.index}
  }
}

function missingParameter(query: string, name: string): LakeError {
  const mention = parameterMentions(query).find((candidate) => candidate.name === name)
  const start = mention?.start ?? 0
  return parseError(query, `param $${name} referenced, but not provided`, start, start + name.length + 1)
}

function parseFailure(query: string, error: unknown): LakeError {
  if (error instanceof GroqSyntaxError) {
    const rest = query.slice(error.position)
    const found = query.length - rest.trimStart().length
    const detail = error.message.replace(/^Syntax error in GROQ query at position \d+(?:: )?/, '')
    // groq-js says this wherever it cannot go on, and names the bracket that is open instead of the end.
    const isStuck = detail === 'Unexpected end of query'
    const start = isStuck && isUnfinished(query) ? query.length : found
    if (start === query.length) {
      return parseError(query, 'unexpected end-of-file, expected expression', start, start)
    }
    const description = isStuck ? 'unexpected token, expected the end of the query' : detail
    return parseError(query, description || 'unexpected token', start, start + 1)
  }
  if (error instanceof RangeError) return parseError(query, 'query is nested too deeply', 0, query.length)
  const message = error instanceof Error ? error.message : 'invalid query'
  return parseError(query, message, 0, query.length)
}

/** As hosted Sanity refuses a query; `start` and `end` are offsets into it, in UTF-16 code units. */
export function parseError(query: string, description: string, start: number, end: number): LakeError {
  return typedError(400, 'queryParseError', description, {query, start, end})
}
