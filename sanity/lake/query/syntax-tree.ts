import type {ArrayElementNode, ExprNode, ObjectAttributeNode, SelectAlternativeNode} from 'groq-js'

type Change = (node: ExprNode) => ExprNode

/** The same node with `change` applied to each expression directly inside it. Selectors stay as they are. */
export function mapChildren(node: ExprNode, change: Change): ExprNode {
  switch (node.type) {
    case 'And':
    case 'Or':
    case 'OpCall':
      return {...node, left: change(node.left), right: change(node.right)}
    case 'InRange':
      return {...node, base: change(node.base), left: change(node.left), right: change(node.right)}
    case 'Filter':
    case 'Projection':
    case 'Map':
    case 'FlatMap':
      return {...node, base: change(node.base), expr: change(node.expr)}
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Asc':
    case 'Deref':
    case 'Desc':
    case 'Group':
    case 'Neg':
    case 'Not':
    case 'Pos':
    case 'Slice':
      return {...node, base: change(node.base)}
    case 'AccessAttribute':
      return node.base ? {...node, base: change(node.base)} : node
    case 'PipeFuncCall':
      return {...node, base: change(node.base), args: node.args.map(change)}
    case 'FuncCall':
      return {...node, args: node.args.map(change)}
    case 'Array':
      return {...node, elements: node.elements.map((element) => mapElement(element, change))}
    case 'Object':
      return {...node, attributes: node.attributes.map((attribute) => mapAttribute(attribute, change))}
    case 'Select':
      return {
        ...node,
        alternatives: node.alternatives.map((alternative) => mapAlternative(alternative, change)),
        ...(node.fallback ? {fallback: change(node.fallback)} : {}),
      }
    case 'Context':
    case 'Everything':
    case 'Parameter':
    case 'Parent':
    case 'SelectorFuncCall':
    case 'SelectorNested':
    case 'This':
    case 'Tuple':
    case 'Value':
      return node
  }
}

function mapElement(element: ArrayElementNode, change: Change): ArrayElementNode {
  return {...element, value: change(element.value)}
}

function mapAttribute(attribute: ObjectAttributeNode, change: Change): ObjectAttributeNode {
  return attribute.type === 'ObjectConditionalSplat'
    ? {...attribute, condition: change(attribute.condition), value: change(attribute.value)}
    : {...attribute, value: change(attribute.value)}
}

function mapAlternative(alternative: SelectAlternativeNode, change: Change): SelectAlternativeNode {
  return {...alternative, condition: change(alternative.condition), value: change(alternative.value)}
}

/** Calls `look` with the node and with every expression inside it, outermost first. */
export function visit(node: ExprNode, look: (node: ExprNode) => void): void {
  look(node)
  if (node.type === 'Tuple') for (const member of node.members) visit(member, look)
  else if (node.type === 'SelectorFuncCall') visit(node.arg, look)
  else if (node.type === 'SelectorNested') {
    visit(node.base, look)
    visit(node.nested, look)
  } else {
    mapChildren(node, (child) => {
      visit(child, look)
      return child
    })
  }
}

/** Whether the node or anything inside it passes. */
export function contains(node: ExprNode, passes: (node: ExprNode) => boolean): boolean {
  let found = false
  visit(node, (inner) => {
    found ||= passes(inner)
  })
  return found
}
