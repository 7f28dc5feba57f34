import type {ExprNode} from 'groq-js'
import type {Traced} from './provenance.ts'
import {contains, mapChildren} from './syntax-tree.ts'

/**
 * What `@` and `^` mean at a place in a query. It follows groq-js's own scopes: the scope of a mapping (`[]`,
 * `->` on arrays) is hidden, so that `^` inside it passes over it.
 */
export type TracedScope = {value: Traced; parent: TracedScope | null; hidden: boolean}

export function nestedScope(scope: TracedScope, value: Traced): TracedScope {
  return {value, parent: scope.hidden ? scope.parent : scope, hidden: false}
}

export function hiddenScope(scope: TracedScope, value: Traced): TracedScope {
  return {...nestedScope(scope, value), hidden: true}
}

export function ancestor(scope: TracedScope, steps: number): TracedScope | null {
  let current: TracedScope | null = scope
  for (let step = 0; step < steps && current; step += 1) current = current.parent
  return current
}

/** A scope inside an expression that groq-js is to evaluate: unlike the outer ones it has no value yet. */
type SketchedScope = {outer: TracedScope | null; parent: SketchedScope | null; hidden: boolean}

/**
 * The expression with each `^` that reaches out of it replaced by the value it has in `scope`, so that groq-js
 * can evaluate it with nothing but `@` given.
 */
export function closeOver(node: ExprNode, scope: TracedScope): ExprNode {
  return contains(node, ({type}) => type === 'Parent') ? replaceParents(node, sketch(scope)) : node
}

function sketch(scope: TracedScope): SketchedScope {
  return {outer: scope, parent: scope.parent && sketch(scope.parent), hidden: scope.hidden}
}

function inside(scope: SketchedScope, hidden: boolean): SketchedScope {
  return {outer: null, parent: scope.hidden ? scope.parent : scope, hidden}
}

function replaceParents(node: ExprNode, scope: SketchedScope): ExprNode {
  const same = (child: ExprNode) => replaceParents(child, scope)
  switch (node.type) {
    case 'Parent': {
      let target: SketchedScope | null = scope
      for (let step = 0; step < node.n && target; step += 1) target = target.parent
      if (!target) return {type: 'Value', value: null}
      return target.outer ? {type: 'Value', value: target.outer.value.data} : node
    }
    case 'Filter':
    case 'Projection':
      return {...node, base: same(node.base), expr: replaceParents(node.expr, inside(scope, false))}
    case 'Map':
    case 'FlatMap':
      return {...node, base: same(node.base), expr: replaceParents(node.expr, inside(scope, true))}
    case 'PipeFuncCall': {
      const within = inside(scope, false)
      return {...node, base: same(node.base), args: node.args.map((arg) => replaceParents(arg, within))}
    }
    default:
      return mapChildren(node, same)
  }
}
