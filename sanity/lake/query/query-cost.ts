import type {ExprNode} from 'groq-js'
import {contains, mapChildren} from './syntax-tree.ts'

/**
 * Whether evaluating a query may take more than one walk over its documents: a loop inside a loop, or a `match`,
 * whose patterns groq-js turns into regular expressions.
 */
export function mayBeSlow(tree: ExprNode): boolean {
  return loops(tree, 0) > 1 || contains(tree, (node) => node.type === 'OpCall' && node.op === 'match')
}

/** How many loops stand inside each other at most. */
function loops(node: ExprNode, around: number): number {
  let deepest = around
  const look = (child: ExprNode, depth: number) => {
    deepest = Math.max(deepest, loops(child, depth))
    return child
  }
  if (node.type === 'Filter' || node.type === 'Map' || node.type === 'FlatMap') {
    look(node.base, around)
    look(node.expr, around + 1)
  } else if (node.type === 'PipeFuncCall') {
    look(node.base, around)
    for (const arg of node.args) look(arg, around + 1)
  } else {
    mapChildren(node, (child) => look(child, around))
  }
  return isLoop(node) ? Math.max(deepest, around + 1) : deepest
}

function isLoop({type}: ExprNode): boolean {
  return ['Filter', 'Map', 'FlatMap', 'PipeFuncCall'].includes(type)
}
