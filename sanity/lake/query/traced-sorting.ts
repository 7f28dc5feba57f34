import {type EvaluateOptions, type ExprNode, evaluateSync} from 'groq-js'
import {isObject, type Provenance, type Traced} from './provenance.ts'

/** `| order(…)`: groq-js sorts the numbers of the elements by the keys computed for each. */
export function sortOrder(
  elements: Traced[],
  args: ExprNode[],
  compute: (arg: ExprNode, element: Traced) => unknown,
): Traced[] {
  const rows = elements.map((element, index) => ({
    index,
    keys: args.map((arg) => compute(isDirection(arg) ? arg.base : arg, element)),
  }))
  const byKey = args.map((arg, at): ExprNode => {
    const keys: ExprNode = {type: 'AccessAttribute', name: 'keys'}
    const key: ExprNode = {type: 'AccessElement', base: keys, index: at}
    return arg.type === 'Desc' ? {type: 'Desc', base: key} : key
  })
  const sorted = evaluateSync({
    type: 'Map',
    base: {type: 'PipeFuncCall', name: 'order', base: {type: 'Value', value: rows}, args: byKey},
    expr: {type: 'AccessAttribute', name: 'index'},
  })
  return pick(elements, sorted.data)
}

function isDirection(arg: ExprNode): arg is ExprNode & {type: 'Asc' | 'Desc'} {
  return arg.type === 'Asc' || arg.type === 'Desc'
}

function pick(elements: Traced[], indexes: unknown): Traced[] {
  const picked = Array.isArray(indexes) ? indexes.map((index: number) => elements[index]) : []
  return picked.filter((element) => element !== undefined)
}

/** Marks the elements that groq-js scores, so that they are known again in the order in which it returns them. */
const POSITION = Symbol('position')

/** `| score(…)`: objects with their `_score`, best first; what is not an object is dropped. */
export function sortedWithScores(elements: Traced[], args: ExprNode[], options: EvaluateOptions): Traced[] {
  const marked = elements.map(({data}, position) => (isObject(data) ? {...data, [POSITION]: position} : data))
  const base: ExprNode = {type: 'Value', value: marked}
  const scored: unknown = evaluateSync({type: 'PipeFuncCall', name: 'score', base, args}, options).data
  if (!Array.isArray(scored)) return []
  return scored.flatMap((item: {[POSITION]?: number}) => {
    const {[POSITION]: position = -1, ...data} = item
    const element = elements[position]
    return element ? [{data, from: scoredProvenance(element, Object.keys(data))}] : []
  })
}

/** The attributes come from where they came before; the score comes from nowhere. */
function scoredProvenance({from}: Traced, names: string[]): Provenance {
  if (from?.kind === 'object') return from
  if (from?.kind !== 'value') return null
  const attributes = names
    .filter((name) => name !== '_score')
    .map((name): [string, Provenance] => [name, {...from, path: [...from.path, name]}])
  return {kind: 'object', attributes: new Map(attributes)}
}
