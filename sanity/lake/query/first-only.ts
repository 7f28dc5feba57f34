import {type EvaluateOptions, type ExprNode, evaluateSync} from 'groq-js'
import {isIndependent} from './lexical-scope.ts'

/** Documents that are filtered together. Small, because most filters find what is wanted among the first. */
const STEP = 64

/**
 * The same array as far as its first `wanted` elements: a filter stops where it has found as many. groq-js would ask
 * all documents, whatever slice of the answer a query takes.
 * @param node - an expression whose candidates have been put in
 */
export function firstOnly(node: ExprNode, wanted: number, options: EvaluateOptions): ExprNode {
  switch (node.type) {
    case 'Group':
    case 'Map':
      return {...node, base: firstOnly(node.base, wanted, options)}
    case 'Filter':
      return isIndependent(node) ? firstThatPass(node, wanted, options) : node
    default:
      return node
  }
}

function firstThatPass(filter: ExprNode, wanted: number, options: EvaluateOptions): ExprNode {
  const candidates = valueInside(filter)
  if (candidates === null || candidates.length <= STEP) return filter
  let known: unknown[] | undefined
  return {
    type: 'Value',
    get value(): unknown[] {
      known ??= find(filter, candidates, wanted, options)
      return known
    },
  }
}

function find(filter: ExprNode, candidates: unknown[], wanted: number, options: EvaluateOptions): unknown[] {
  const found: unknown[] = []
  for (let start = 0; start < candidates.length && found.length < wanted; start += STEP) {
    const step = withValueInside(filter, candidates.slice(start, start + STEP))
    const passing: unknown = evaluateSync(step, options).data
    if (Array.isArray(passing)) found.push(...passing)
  }
  return found
}

/** What a filter, or a filter behind a filter, is asked of. */
function valueInside(node: ExprNode): unknown[] | null {
  if (node.type === 'Filter') return valueInside(node.base)
  return node.type === 'Value' && Array.isArray(node.value) ? node.value : null
}

/** The same filters asked of other documents. */
export function withValueInside(node: ExprNode, value: unknown[]): ExprNode {
  return node.type === 'Filter' ? {...node, base: withValueInside(node.base, value)} : {type: 'Value', value}
}
