import {type EvaluateOptions, type ExprNode, evaluateSync, Path, toJS} from 'groq-js'
import {typedError} from '../errors.ts'
import type {JsonObject, LakeDocument} from '../types.ts'
import {asJson} from './json.ts'
import {contains, mapChildren} from './syntax-tree.ts'
import {matchesAnything, matchesText, parseTextQuery, type TextQuery, wordsOf} from './text-search.ts'

export function usesTextQuery(tree: ExprNode): boolean {
  return contains(tree, isTextQuery)
}

function isTextQuery(node: ExprNode): boolean {
  return node.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query'
}

/**
 * groq-js does not evaluate `text::query()`. Each `value match text::query($words)` becomes `_id in <set>`, where
 * the set decides about a document when it is asked: it evaluates `value` for that document and searches it.
 * @throws LakeError 400 where the function is used in another way
 */
export function rewriteTextQueries(
  tree: ExprNode,
  lookUp: (id: string) => LakeDocument | undefined,
  options: EvaluateOptions & {params: JsonObject},
): ExprNode {
  const rewrite = (node: ExprNode): ExprNode => {
    if (isTextQuery(node)) throw unsupported('can only stand at the right of "match"')
    if (node.type !== 'OpCall' || node.op !== 'match' || !isTextQuery(node.right)) {
      return mapChildren(node, rewrite)
    }
    if (contains(node.left, ({type}) => type === 'Parent')) {
      throw unsupported('can only search the document itself')
    }
    const search = searchOf(node.right, options.params)
    const found = new DocumentSet((id) => {
      const document = lookUp(id)
      if (!document) return false
      if (matchesAnything(search)) return true
      const text = toJS(evaluateSync(node.left, {...options, root: document}))
      return matchesText(wordsOf(asJson(text)), search)
    })
    return {
      type: 'OpCall',
      op: 'in',
      left: {type: 'AccessAttribute', name: '_id'},
      right: {type: 'Value', value: found},
    }
  }
  return rewrite(tree)
}

function searchOf(node: ExprNode, params: JsonObject): TextQuery {
  const [words] = node.type === 'FuncCall' ? node.args : []
  const text = words?.type === 'Value' ? words.value : words?.type === 'Parameter' ? params[words.name] : null
  if (typeof text !== 'string') throw unsupported('needs a string or a parameter that is one')
  return parseTextQuery(text)
}

/** GROQ's `in` asks a path whether an id matches; this one asks a function. */
class DocumentSet extends Path {
  readonly #has: (id: string) => boolean

  constructor(has: (id: string) => boolean) {
    super('**')
    this.#has = has
  }

  override matches(id: string): boolean {
    return this.#has(id)
  }
}

function unsupported(reason: string): Error {
  return typedError(400, 'queryEvaluationError', `text::query() ${reason}`)
}
