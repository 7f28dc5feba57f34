import type {ExprNode} from 'groq-js'
import {mapChildren} from './syntax-tree.ts'

/**
 * A place in a query where `@` means something of its own. It follows groq-js's scopes: the one of a mapping
 * (`[]`, `->` on arrays) is hidden, so that `^` inside it passes over it.
 */
export type LexicalScope = {readonly parent: LexicalScope | null; readonly hidden: boolean}

export function outermostScope(): LexicalScope {
  return {parent: null, hidden: false}
}

/** The scope that `^` repeated `steps` times means, or null where the query ends before. */
export function scopeAbove(scope: LexicalScope, steps: number): LexicalScope | null {
  let current: LexicalScope | null = scope
  for (let step = 0; step < steps && current; step += 1) current = current.parent
  return current
}

/** As `mapChildren`, telling for each child the scope in which it stands. */
export function mapScoped(
  node: ExprNode,
  scope: LexicalScope,
  change: (child: ExprNode, scope: LexicalScope) => ExprNode,
): ExprNode {
  const same = (child: ExprNode) => change(child, scope)
  switch (node.type) {
    case 'Filter':
    case 'Projection':
      return {...node, base: same(node.base), expr: change(node.expr, inside(scope, false))}
    case 'Map':
    case 'FlatMap':
      return {...node, base: same(node.base), expr: change(node.expr, inside(scope, true))}
    case 'PipeFuncCall': {
      const within = inside(scope, false)
      return {...node, base: same(node.base), args: node.args.map((arg) => change(arg, within))}
    }
    default:
      return mapChildren(node, same)
  }
}

function inside(scope: LexicalScope, hidden: boolean): LexicalScope {
  return {parent: scope.hidden ? scope.parent : scope, hidden}
}

/** Whether the value of an expression is the same wherever in the query it stands. */
export function isIndependent(node: ExprNode): boolean {
  const start = outermostScope()
  let independent = true
  const look = (inner: ExprNode, scope: LexicalScope): ExprNode => {
    if (dependsOn(inner, scope, start)) independent = false
    return independent ? mapScoped(inner, scope, look) : inner
  }
  look(node, start)
  return independent
}

function dependsOn(node: ExprNode, scope: LexicalScope, start: LexicalScope): boolean {
  switch (node.type) {
    case 'This':
      return scope === start
    case 'AccessAttribute':
      return !node.base && scope === start
    case 'FuncCall':
      // Some functions look at `@` without being given it.
      return scope === start && ['references', 'versionOf', 'partOfRelease'].includes(node.name)
    case 'Parent': {
      const above = scopeAbove(scope, node.n)
      return above === null || above === start
    }
    case 'Context':
    case 'SelectorFuncCall':
    case 'SelectorNested':
    case 'Tuple':
      return true
    default:
      return false
  }
}
