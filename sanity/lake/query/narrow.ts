import {type EvaluateOptions, type ExprNode, evaluateSync} from 'groq-js'
import type {JsonObject, LakeDocument} from '../types.ts'
import {type Constraint, constraintOf} from './constraint.ts'
import {isIndependent, type LexicalScope, mapScoped, outermostScope} from './lexical-scope.ts'
import {contains} from './syntax-tree.ts'
import type {View} from './view.ts'

/** Candidates that depend on where the query stands, looked up while it is evaluated. */
export type CandidateLookup = {
  /** A key that no document has as its id, to be completed by the id that the filter names. */
  prefix: string
  by: 'id' | 'reference'
  /** What else the filter says. */
  constraint: Constraint | null
}

export type NarrowOptions = EvaluateOptions & {
  params: JsonObject
  /** Whether parts that are the same for every document may be evaluated once. */
  keepsIndependentParts: boolean
  newPrefix: () => string
  addLookup: (lookup: CandidateLookup) => void
}

/**
 * Puts candidates from the view's indexes in place of `*` in `*[filter]`. The filters themselves stay, so the
 * answer is the same; only documents that cannot pass are not looked at.
 *
 * - `*[_type == "school"]`: the candidates are known and put in.
 * - `*[references(^._id)]`: they depend on the document around. groq-js has one hook that gets a value of the
 *   query and answers with documents: dereferencing. `*` becomes `{"_ref": <prefix> + ^._id}->candidates`.
 * - `_id in *[_type == "page"].school._ref` inside a condition is the same for every document: evaluated once.
 */
export function narrowToCandidates(tree: ExprNode, view: View, options: NarrowOptions): ExprNode {
  const narrow = (node: ExprNode, scope: LexicalScope, inCondition: boolean): ExprNode => {
    if (inCondition && options.keepsIndependentParts && readsDocuments(node) && isIndependent(node)) {
      return evaluatedOnce(narrowInside(node, scope, false), options)
    }
    return narrowInside(node, scope, inCondition)
  }

  const narrowInside = (node: ExprNode, scope: LexicalScope, inCondition: boolean): ExprNode => {
    const narrowed = mapScoped(node, scope, (child, childScope) => {
      const isCondition = node.type === 'Filter' && child === node.expr
      return narrow(child, childScope, inCondition || isCondition)
    })
    if (node.type !== 'Filter' || node.base.type !== 'Everything' || narrowed.type !== 'Filter') {
      return narrowed
    }
    const constraint = constraintOf(node.expr, options.params)
    const outer = scope.hidden ? null : outerConstraint(node.expr)
    if (outer) {
      const lookup = {prefix: options.newPrefix(), by: outer.by, constraint}
      options.addLookup(lookup)
      return {...narrowed, base: lookedUp(lookup, outer.id)}
    }
    return constraint ? {...narrowed, base: {type: 'Value', value: view.candidates(constraint)}} : narrowed
  }

  return narrow(tree, outermostScope(), false)
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
      const [attribute, value] = isId(filter.left) ? [filter.left, filter.right] : [filter.right, filter.left]
      const id = isId(attribute) ? seenFromOutside(value) : null
      return id && {by: 'id', id}
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
