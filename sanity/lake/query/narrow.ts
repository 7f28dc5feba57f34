import {type EvaluateOptions, type ExprNode, evaluateSync} from 'groq-js'
import type {JsonObject, LakeDocument} from '../types.ts'
import {type Constraint, constraintOf, remainingFilter} from './constraint.ts'
import {firstOnly, withValueInside} from './first-only.ts'
import {isIndependent, type LexicalScope, mapScoped, outermostScope} from './lexical-scope.ts'
import {couldMatch} from './match-pieces.ts'
import {isOrdering, nameOfOrder, orderedFirst, sortBy} from './ordering.ts'
import {contains} from './syntax-tree.ts'
import type {View} from './view.ts'

type FilterNode = ExprNode & {type: 'Filter'}

/** Candidates that depend on where the query stands, looked up while it is evaluated. */
export type CandidateLookup = {
  /** A key that no document has as its id, to be completed by the id that the filter names. */
  prefix: string
  by: 'id' | 'reference'
  /** What else the filter says. */
  constraint: Constraint | null
}

export type NarrowOptions = {
  /** For parts that are evaluated by themselves, when they are needed. */
  evaluation: EvaluateOptions
  params: JsonObject
  /** Whether parts that are the same for every document may be evaluated once. */
  keepsIndependentParts: boolean
  newPrefix: () => string
  addLookup: (lookup: CandidateLookup) => void
  /** Called where the narrowed query may still read all documents. */
  readsAll: () => void
}

/**
 * Puts candidates from the view's indexes in place of `*` in `*[filter]`. What the index does not answer itself stays
 * in the filter, so the answer is the same; only documents that cannot pass are not looked at.
 *
 * - `*[_type == "school"]`: the candidates are known and put in, and nothing remains to be asked of them.
 * - `… | order(name)`: documents of a type are put in in this order, which is kept. Filtering changes no order.
 * - `…[0...20]`: a filter stops where it has found as many.
 * - `count(…)` of what is put in is its length.
 * - `*[references(^._id)]`: they depend on the document around. groq-js has one hook that gets a value of the
 *   query and answers with documents: dereferencing. `*` becomes `{"_ref": <prefix> + ^._id}->candidates`.
 * - `_id in *[_type == "page"].school._ref` inside a condition is the same for every document: evaluated once.
 */
export function narrowToCandidates(tree: ExprNode, view: View, options: NarrowOptions): ExprNode {
  const narrow = (node: ExprNode, scope: LexicalScope, inCondition: boolean): ExprNode => {
    if (inCondition && options.keepsIndependentParts && readsDocuments(node) && isIndependent(node)) {
      return evaluatedOnce(narrowInside(node, scope, false), options.evaluation)
    }
    return narrowInside(node, scope, inCondition)
  }

  const narrowInside = (given: ExprNode, scope: LexicalScope, inCondition: boolean): ExprNode => {
    const node = orderedFirst(given)
    if (node.type === 'Filter' && node.base.type === 'Everything') {
      return narrowFilter(node, scope)
    }
    if (node.type === 'Everything' || mayReadByItself(node)) options.readsAll()
    const narrowed = mapScoped(node, scope, (child, childScope) => {
      const isCondition = node.type === 'Filter' && child === node.expr
      return narrow(child, childScope, inCondition || isCondition)
    })
    if (isOrdering(narrowed)) return inKeptOrder(node, narrowed)
    return options.keepsIndependentParts ? shortened(narrowed, options.evaluation) : narrowed
  }

  const narrowFilter = (node: FilterNode, scope: LexicalScope): ExprNode => {
    const {expr} = node
    const narrowed = mapScoped(node, scope, (child, childScope) =>
      child === expr ? narrow(child, childScope, true) : child,
    )
    if (narrowed.type !== 'Filter') return narrowed
    const constraint = constraintOf(expr, options.params)
    const outer = scope.hidden ? null : outerConstraint(expr)
    if (outer) {
      const lookup = {prefix: options.newPrefix(), by: outer.by, constraint}
      options.addLookup(lookup)
      options.readsAll()
      return {...narrowed, base: lookedUp(lookup, outer.id)}
    }
    if (constraint === null) {
      options.readsAll()
      return narrowed
    }
    const known = view.narrowest(constraint)
    const value = couldMatch(expr, options.params, view.candidates(known))
    const base: ExprNode = {type: 'Value', value}
    const remaining = remainingFilter(narrowed.expr, known, options.params)
    return remaining ? {...narrowed, base, expr: remaining} : base
  }

  /** @param before - the ordering as it was before it was narrowed */
  const inKeptOrder = (before: ExprNode, narrowed: ExprNode & {type: 'PipeFuncCall'}): ExprNode => {
    const filter = isOrdering(before) ? before.base : before
    const name = nameOfOrder(narrowed)
    if (name === null || filter.type !== 'Filter' || filter.base.type !== 'Everything') return narrowed
    const constraint = constraintOf(filter.expr, options.params)
    const known = constraint && view.narrowest(constraint)
    if (!known || !('by' in known) || known.by !== 'type' || !isPutIn(narrowed.base)) return narrowed
    const documents = view.candidatesInOrder(known, name, sortBy(narrowed))
    return documents
      ? withValueInside(narrowed.base, couldMatch(filter.expr, options.params, documents))
      : narrowed
  }

  return narrow(tree, outermostScope(), false)
}

/** Whether documents stand inside the filters, or the filter needed none. */
function isPutIn(node: ExprNode): boolean {
  return node.type === 'Filter' ? isPutIn(node.base) : node.type === 'Value'
}

/** The same with less to do: a slice looks no further than its end, and a count of what is there is a number. */
function shortened(node: ExprNode, options: EvaluateOptions): ExprNode {
  if (node.type === 'Slice' && node.left >= 0 && node.right >= 0) {
    const wanted = node.isInclusive ? node.right + 1 : node.right
    return {...node, base: firstOnly(node.base, wanted, options)}
  }
  if (node.type === 'AccessElement' && node.index >= 0) {
    return {...node, base: firstOnly(node.base, node.index + 1, options)}
  }
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'count') return node
  const [counted] = node.args
  const isThere = counted?.type === 'Value' && Array.isArray(counted.value)
  return isThere ? {type: 'Value', value: counted.value.length} : node
}

/** What functions of these are given is all that they look at; `releases::all()` for one looks for itself. */
const READS_NOTHING = ['global', 'string', 'array', 'math', 'pt', 'dateTime']

function mayReadByItself(node: ExprNode): boolean {
  return node.type === 'FuncCall' && !READS_NOTHING.includes(node.namespace)
}

function readsDocuments(node: ExprNode): boolean {
  return contains(node, ({type}) => type === 'Everything')
}

/** What a lookup finds for the key that the query made, or null where the key is not its own. */
export function findCandidates(
  view: View,
  {prefix, by, constraint}: CandidateLookup,
  key: string,
): {candidates: LakeDocument[]} | null {
  if (!key.startsWith(prefix)) return null
  const own: Constraint = {by, keys: [key.slice(prefix.length)]}
  return {candidates: view.candidates(constraint ? {all: [constraint, own]} : own)}
}

/** A value that is computed when it is first needed, and then kept. */
function evaluatedOnce(node: ExprNode, options: EvaluateOptions): ExprNode {
  let known: {data: unknown} | undefined
  return {
    type: 'Value',
    get value(): unknown {
      known ??= {data: evaluateSync(node, options).data}
      return known.data
    },
  }
}

/** `coalesce({"_ref": prefix + id}->candidates, *)`: all documents where the id turns out to be no string. */
function lookedUp({prefix}: CandidateLookup, id: ExprNode): ExprNode {
  const key: ExprNode = {type: 'OpCall', op: '+', left: {type: 'Value', value: prefix}, right: id}
  const reference: ExprNode = {
    type: 'Object',
    attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: key}],
  }
  const candidates: ExprNode = {
    type: 'AccessAttribute',
    name: 'candidates',
    base: {type: 'Deref', base: reference},
  }
  return {
    type: 'FuncCall',
    namespace: 'global',
    name: 'coalesce',
    args: [candidates, {type: 'Everything'}],
  }
}

/** The part of a filter that names an id by way of `^`, with that id as it is written outside of the filter. */
function outerConstraint(filter: ExprNode): {by: 'id' | 'reference'; id: ExprNode} | null {
  switch (filter.type) {
    case 'Group':
      return outerConstraint(filter.base)
    case 'And':
      return outerConstraint(filter.left) ?? outerConstraint(filter.right)
    case 'OpCall': {
      if (filter.op !== '==') return null
      return equalToOuter(filter.left, filter.right) ?? equalToOuter(filter.right, filter.left)
    }
    case 'FuncCall': {
      const [argument, ...others] = filter.args
      const isReferences = filter.namespace === 'global' && filter.name === 'references'
      const id = isReferences && argument && others.length === 0 ? seenFromOutside(argument) : null
      return id && {by: 'reference', id}
    }
    default:
      return null
  }
}

/** `_id == ^.a`, or `school._ref == ^._id`, which holds only for documents that refer to that id. */
function equalToOuter(attribute: ExprNode, value: ExprNode): {by: 'id' | 'reference'; id: ExprNode} | null {
  if (attribute.type !== 'AccessAttribute') return null
  const id = seenFromOutside(value)
  if (id === null) return null
  if (isId(attribute)) return {by: 'id', id}
  const {base} = attribute
  const isReference =
    attribute.name === '_ref' &&
    base?.type === 'AccessAttribute' &&
    (!base.base || base.base.type === 'This') &&
    value.type === 'AccessAttribute' &&
    value.name === '_id'
  return isReference ? {by: 'reference', id} : null
}

function isId(node: ExprNode): boolean {
  return node.type === 'AccessAttribute' && node.name === '_id' && (!node.base || node.base.type === 'This')
}

/** `^.a.b` inside a filter is `@.a.b` before it. */
function seenFromOutside(node: ExprNode): ExprNode | null {
  switch (node.type) {
    case 'Group':
      return seenFromOutside(node.base)
    case 'Parent':
      return node.n === 1 ? {type: 'This'} : {type: 'Parent', n: node.n - 1}
    case 'AccessAttribute': {
      const base = node.base ? seenFromOutside(node.base) : null
      return base && {...node, base}
    }
    default:
      return null
  }
}
