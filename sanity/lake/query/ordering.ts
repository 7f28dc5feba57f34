import {type ExprNode, evaluateSync, type ObjectNode} from 'groq-js'
import type {LakeDocument} from '../types.ts'
import {isDocument} from './provenance.ts'
import {contains, mapChildren} from './syntax-tree.ts'

type Ordering = ExprNode & {type: 'PipeFuncCall'}

/** Functions whose answer depends on what they are given alone. */
const PURE = new Set([
  'global::lower',
  'global::upper',
  'global::coalesce',
  'global::length',
  'global::defined',
])

export function isOrdering(node: ExprNode): node is Ordering {
  return node.type === 'PipeFuncCall' && node.name === 'order'
}

/** A name for an order that depends on nothing but the documents themselves; null for any other. */
export function nameOfOrder({args}: Ordering): string | null {
  return args.every(readsOnlyItself) ? JSON.stringify(args) : null
}

function readsOnlyItself(node: ExprNode): boolean {
  return !contains(node, (inner) => {
    switch (inner.type) {
      case 'AccessAttribute':
      case 'AccessElement':
      case 'Asc':
      case 'Desc':
      case 'Group':
      case 'This':
        return false
      case 'Value':
        return inner.value !== null && typeof inner.value === 'object'
      case 'FuncCall':
        return !PURE.has(`${inner.namespace}::${inner.name}`)
      default:
        return true
    }
  })
}

/** Sorts as groq-js does, because groq-js does it. */
export function sortBy({args}: Ordering): (documents: LakeDocument[]) => LakeDocument[] {
  return (documents) => {
    const base: ExprNode = {type: 'Value', value: documents}
    const sorted: unknown = evaluateSync({type: 'PipeFuncCall', name: 'order', base, args}).data
    return Array.isArray(sorted) ? sorted.filter(isDocument) : []
  }
}

/**
 * `*[…]{"a": name} | order(a)` as `*[…] | order(name){"a": name}`: so the Studio's lists ask, and what an order can be
 * kept for is the documents. Left as it is where the order reads something that is not plainly an attribute of theirs.
 */
export function orderedFirst(node: ExprNode): ExprNode {
  if (!isOrdering(node) || node.base.type !== 'Map') return node
  const {base: found, expr: projection} = node.base
  if (projection.type !== 'Projection' || projection.base.type !== 'This') return node
  if (projection.expr.type !== 'Object') return node
  const object = projection.expr
  const args: ExprNode[] = []
  for (const arg of node.args) {
    const changed = readFromDocument(arg, object)
    if (changed === null || !readsOnlyItself(changed)) return node
    args.push(changed)
  }
  return {...node.base, base: {...node, base: found, args}}
}

/** What an expression reads of the object that is made of a document, read from the document itself. */
function readFromDocument(node: ExprNode, object: ObjectNode): ExprNode | null {
  if (node.type === 'AccessAttribute' && !node.base) return attributeOf(object, node.name)
  if (node.type === 'AccessElement') {
    const list = readFromDocument(node.base, object)
    const element = list?.type === 'Array' && !list.elements.some(({isSplat}) => isSplat)
    return element ? (list.elements[node.index]?.value ?? null) : null
  }
  let isKnown = node.type !== 'This'
  const changed = mapChildren(node, (child) => {
    const inside = readFromDocument(child, object)
    isKnown &&= inside !== null
    return inside ?? child
  })
  return isKnown ? changed : null
}

function attributeOf({attributes}: ObjectNode, name: string): ExprNode | null {
  let found: ExprNode | null = null
  for (const attribute of attributes) {
    if (attribute.type !== 'ObjectAttributeValue') return null
    if (attribute.name === name) found = attribute.value
  }
  return found
}
