import {type EvaluateOptions, type ExprNode, evaluateSync, type FuncCallNode, type ObjectNode} from 'groq-js'
import {
  arrayOf,
  attributeOf,
  elementAt,
  elementsOf,
  isDocument,
  isObject,
  nothing,
  type Provenance,
  type Traced,
  wholeDocument,
} from './provenance.ts'
import {ancestor, closeOver, hiddenScope, nestedScope, type TracedScope} from './traced-scope.ts'
import {sortedWithScores, sortOrder} from './traced-sorting.ts'

export type TraceOptions = EvaluateOptions & {
  dataset: unknown[]
  /** Whether the object is one of the dataset's documents, and not something that looks like one. */
  isStored: (value: object) => boolean
}

/**
 * Evaluates a query as groq-js does and keeps, for each value, where it was read. It walks the structure itself
 * (traversals, projections, filters, order, choices) and leaves conditions and computations to groq-js.
 */
export function traceQuery(tree: ExprNode, options: TraceOptions): Traced {
  const evaluation = new TracedEvaluation(options)
  return evaluation.trace(tree, {value: nothing, parent: null, hidden: false})
}

class TracedEvaluation {
  readonly #options: TraceOptions

  constructor(options: TraceOptions) {
    this.#options = options
  }

  trace(node: ExprNode, scope: TracedScope): Traced {
    switch (node.type) {
      case 'Everything':
        return {data: this.#options.dataset, from: {kind: 'documents'}}
      case 'This':
        return scope.value
      case 'Parent':
        return ancestor(scope, node.n)?.value ?? nothing
      case 'Group':
        return this.trace(node.base, scope)
      case 'AccessAttribute':
        return attributeOf(node.base ? this.trace(node.base, scope) : scope.value, node.name)
      case 'AccessElement': {
        const base = this.trace(node.base, scope)
        const length = Array.isArray(base.data) ? base.data.length : 0
        return elementAt(base, node.index < 0 ? node.index + length : node.index)
      }
      case 'ArrayCoerce': {
        const base = this.trace(node.base, scope)
        return Array.isArray(base.data) ? base : nothing
      }
      case 'Slice': {
        const base = this.trace(node.base, scope)
        return Array.isArray(base.data) ? slice(elementsOf(base), node) : nothing
      }
      case 'Filter':
        return this.#filter(node.base, node.expr, scope)
      case 'Map':
      case 'FlatMap':
        return this.#map(node, scope)
      case 'Projection': {
        const base = this.trace(node.base, scope)
        return isObject(base.data) ? this.trace(node.expr, nestedScope(scope, base)) : nothing
      }
      case 'Object':
        return this.#object(node, scope)
      case 'Array':
        return arrayOf(
          node.elements.flatMap((element) => {
            const value = this.trace(element.value, scope)
            return element.isSplat ? elementsOf(value) : [value]
          }),
        )
      case 'Deref':
        return this.#dereference(this.trace(node.base, scope))
      case 'Select': {
        const chosen = node.alternatives.find(({condition}) => this.#compute(condition, scope) === true)
        const value = chosen?.value ?? node.fallback
        return value ? this.trace(value, scope) : nothing
      }
      case 'PipeFuncCall':
        return this.#pipe(node.name, this.trace(node.base, scope), node.args, scope)
      case 'FuncCall':
        return this.#call(node, scope)
      default:
        return this.#computed(node, scope)
    }
  }

  #filter(baseNode: ExprNode, condition: ExprNode, scope: TracedScope): Traced {
    const base = this.trace(baseNode, scope)
    if (!Array.isArray(base.data)) return nothing
    const passing: Traced[] = []
    base.data.forEach((_, index) => {
      const element = elementAt(base, index)
      if (this.#compute(condition, nestedScope(scope, element)) === true) passing.push(element)
    })
    return arrayOf(passing)
  }

  #map({type, base: baseNode, expr}: ExprNode & {type: 'Map' | 'FlatMap'}, scope: TracedScope): Traced {
    const base = this.trace(baseNode, scope)
    if (!Array.isArray(base.data)) return nothing
    const mapped = elementsOf(base).map((element) => this.trace(expr, hiddenScope(scope, element)))
    if (type === 'Map') return arrayOf(mapped)
    return arrayOf(mapped.flatMap((item) => (Array.isArray(item.data) ? elementsOf(item) : [item])))
  }

  #object({attributes}: ObjectNode, scope: TracedScope): Traced {
    const data: {[name: string]: unknown} = {}
    const sources = new Map<string, Provenance>()
    const put = (name: string, value: Traced) => {
      data[name] = value.data
      sources.set(name, value.from)
    }
    for (const attribute of attributes) {
      if (attribute.type === 'ObjectAttributeValue') put(attribute.name, this.trace(attribute.value, scope))
      else if (attribute.type === 'ObjectSplat' || this.#compute(attribute.condition, scope) === true) {
        const splat = this.trace(attribute.value, scope)
        if (isObject(splat.data)) {
          for (const name of Object.keys(splat.data)) put(name, attributeOf(splat, name))
        }
      }
    }
    return {data, from: {kind: 'object', attributes: sources}}
  }

  #dereference({data}: Traced): Traced {
    if (!isObject(data) || typeof data._ref !== 'string') return nothing
    const found = this.#options.dereference?.({_ref: data._ref})
    if (isDocument(found)) return wholeDocument(found)
    // The index answers in the same way, with a list of documents.
    const attributes = new Map<string, Provenance>([['candidates', {kind: 'documents'}]])
    return isObject(found) ? {data: found, from: {kind: 'object', attributes}} : nothing
  }

  #pipe(name: string, base: Traced, args: ExprNode[], scope: TracedScope): Traced {
    if (!Array.isArray(base.data)) return nothing
    const elements = elementsOf(base)
    const within = (element: Traced) => nestedScope(scope, element)
    const compute = (arg: ExprNode, element: Traced) => this.#compute(arg, within(element))
    if (name === 'order') return arrayOf(sortOrder(elements, args, compute))
    const closed = args.map((arg) => closeOver(arg, within(nothing)))
    return arrayOf(sortedWithScores(elements, closed, this.#options))
  }

  #call(node: FuncCallNode, scope: TracedScope): Traced {
    const [first] = node.args
    const name = `${node.namespace}::${node.name}`
    if (name === 'global::coalesce') {
      for (const arg of node.args) {
        const value = this.trace(arg, scope)
        if (value.data !== null) return value
      }
      return nothing
    }
    if (name === 'array::compact' && first) {
      const base = this.trace(first, scope)
      if (!Array.isArray(base.data)) return nothing
      return arrayOf(elementsOf(base).filter(({data}) => data !== null))
    }
    return this.#computed(node, scope)
  }

  /** A value that groq-js computes. Whole documents are recognised in it, also in a list. */
  #computed(node: ExprNode, scope: TracedScope): Traced {
    const data: unknown = this.#compute(node, scope)
    if (Array.isArray(data)) {
      return arrayOf(data.map((item: unknown) => this.#recognised(item)))
    }
    return this.#recognised(data)
  }

  #recognised(data: unknown): Traced {
    return isDocument(data) && this.#options.isStored(data) ? wholeDocument(data) : {data, from: null}
  }

  #compute(node: ExprNode, scope: TracedScope): unknown {
    const value = evaluateSync(closeOver(node, scope), {...this.#options, root: scope.value.data})
    return value.data
  }
}

function slice(elements: Traced[], {left, right, isInclusive}: ExprNode & {type: 'Slice'}): Traced {
  const start = left < 0 ? left + elements.length : left
  const end = (right < 0 ? right + elements.length : right) + (isInclusive ? 1 : 0)
  return arrayOf(elements.slice(Math.max(start, 0), Math.max(end, 0)))
}
