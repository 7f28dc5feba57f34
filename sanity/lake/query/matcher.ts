import {type ExprNode, evaluateSync} from 'groq-js'
import {withTimeLimit} from '../time-limit.ts'
import type {JsonObject, LakeDocument} from '../types.ts'
import {parseError, parseQuery} from './parse-query.ts'
import {rewriteTextQueries, usesTextQuery} from './rewrite-text-query.ts'

/** Milliseconds for one document. */
const TIME_LIMIT = 500

/**
 * For listeners: whether a document is among those that `*[filter]` finds. What follows the filter (projection,
 * order, slice) does not matter. As with hosted Sanity a listener looks at one document alone: what the filter
 * would find by following references or by another `*[…]` counts as missing.
 * @throws LakeError 400 `queryParseError` for what cannot be parsed and for queries without `*`
 */
export function createMatcher(query: string, params: JsonObject): (document: LakeDocument | null) => boolean {
  const parsed = parseQuery(query, params)
  const filter = filterOf(parsed.tree)
  if (!filter || parsed.needsAsync) {
    throw parseError(query, 'a listener needs a query that begins with *[filter]', 0, query.length)
  }
  let current: LakeDocument | null = null
  const tree = usesTextQuery(filter)
    ? rewriteTextQueries(filter, () => current ?? undefined, {params})
    : filter
  // Checks that the filter can be evaluated at all, so that a mistake shows when the listener starts.
  try {
    evaluateSync(tree, {dataset: [], params})
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason'
    throw parseError(query, `the filter cannot be evaluated: ${reason}`, 0, query.length)
  }
  return (document) => {
    if (!document) return false
    current = document
    try {
      const evaluated = () => evaluateSync(tree, {dataset: [document], params, dereference: () => null})
      const found = parsed.mayBeSlow ? withTimeLimit(TIME_LIMIT, evaluated) : evaluated()
      return Array.isArray(found.data) && found.data.length > 0
    } catch {
      return false
    }
  }
}

/** The innermost run of filters on `*`, or null where the query does not start from all documents. */
function filterOf(node: ExprNode): ExprNode | null {
  if (node.type === 'Everything') return node
  if (node.type === 'Filter') {
    const base = filterOf(node.base)
    // A filter behind a slice or projection sees something else than documents.
    return base && (base === node.base ? node : base)
  }
  switch (node.type) {
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
    case 'FlatMap':
    case 'Group':
    case 'Map':
    case 'PipeFuncCall':
    case 'Projection':
    case 'Slice':
      return filterOf(node.base)
    case 'AccessAttribute':
      return node.base ? filterOf(node.base) : null
    default:
      return null
  }
}
