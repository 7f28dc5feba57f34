import type {ExprNode} from 'groq-js'
import {type LexicalScope, mapScoped, scopeAbove} from './lexical-scope.ts'
import type {Traced} from './provenance.ts'
import {contains} from './syntax-tree.ts'

/** What `@` and `^` are while a query is evaluated. */
export type TracedScope = LexicalScope & {readonly value: Traced; readonly parent: TracedScope | null}

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

/**
 * The expression with each `^` that reaches out of it replaced by the value it has in `scope`, so that groq-js
 * can evaluate it with nothing but `@` given.
 */
export function closeOver(node: ExprNode, scope: TracedScope): ExprNode {
  if (!contains(node, ({type}) => type === 'Parent')) return node
  const replaceParents = (inner: ExprNode, within: LexicalScope): ExprNode => {
    if (inner.type !== 'Parent') return mapScoped(inner, within, replaceParents)
    const target = scopeAbove(within, inner.n)
    if (!target) return {type: 'Value', value: null}
    return isTraced(target) ? {type: 'Value', value: target.value.data} : inner
  }
  return replaceParents(node, scope)
}

/** Scopes inside the expression have no value yet. */
function isTraced(scope: LexicalScope): scope is TracedScope {
  return 'value' in scope
}
