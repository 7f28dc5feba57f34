import {type EvaluateOptions, type ExprNode, evaluate, evaluateSync, toJS} from 'groq-js'
import {LakeError, typedError} from '../errors.ts'
import type {
  Dataset,
  DocumentChange,
  Identity,
  JsonObject,
  JsonValue,
  LakeDocument,
  Perspective,
  SelectIds,
} from '../types.ts'
import {asJson, isJsonObject} from './json.ts'
import {parseQuery} from './parse-query.ts'
import {createPerspectives} from './perspectives.ts'
import {narrowToCandidates, rewriteTextQueries, usesTextQuery} from './rewrite.ts'
import {type SourceMap, sourceMapOf} from './source-map.ts'
import {syncTagsOfAnswer, syncTagsOfChange} from './sync-tags.ts'
import {TimeLimitExceeded, withTimeLimit} from './time-limit.ts'
import type {TraceOptions} from './trace-query.ts'
import type {View} from './view.ts'

export type QueryRequest = {
  query: string
  params?: JsonObject
  perspective: Perspective
  identity: Identity
  /** Also say where each value of the result comes from. */
  resultSourceMap?: boolean
}

export type QueryAnswer = {
  result: JsonValue
  syncTags: string[]
  resultSourceMap?: SourceMap
}

export type QueryEngine = {
  /** @throws LakeError 400 for what cannot be parsed or evaluated, 401 for a perspective that needs a token */
  query(request: QueryRequest): Promise<QueryAnswer>
  /** The same at once; queries that use `diff::changedAny()` and the like are refused. */
  querySync(request: QueryRequest): QueryAnswer
  /** Ids of the documents (drafts and versions too) that a mutation by query means. */
  selectIds: SelectIds
  /** The tags of a change, the document's other versions considered. */
  syncTagsOf(change: DocumentChange): string[]
}

/**
 * @param options.projectId what `sanity::projectId()` answers
 * @param options.timeLimit milliseconds after which a query is given up, so that one cannot stop all others
 */
export function createQueryEngine(
  dataset: Dataset,
  {projectId = 'local', timeLimit = 5000} = {},
): QueryEngine {
  const perspectives = createPerspectives(dataset)

  const prepare = (request: QueryRequest): PreparedQuery => {
    const identity = request.identity.kind === 'user' ? request.identity.userId : '<anonymous>'
    // GROQ gives every query this parameter.
    const params = {identity, ...request.params}
    const view = perspectives.view(request.perspective, request.identity)
    const parsed = parseQuery(request.query, params)
    const dereferenced = new Map<string, LakeDocument | null>()
    const options = {
      dataset: view.documents(),
      params,
      identity,
      sanity: {projectId, dataset: dataset.name},
      timestamp: new Date(),
      dereference: ({_ref}: {_ref: string}) => {
        const document = view.get(_ref) ?? null
        dereferenced.set(_ref, document)
        return document
      },
      isStored: (value: object) => '_id' in value && view.get(String(value._id)) === value,
    }
    const tree = executableTree(parsed.tree, view, options)
    return {
      needsAsync: parsed.needsAsync,
      isSlow: parsed.mayBeSlow,
      tree,
      options,
      withSourceMap: (answer) =>
        request.resultSourceMap
          ? {...answer, resultSourceMap: sourceMapOf(answer.result, tree, options)}
          : answer,
      tags: () =>
        syncTagsOfAnswer({
          tree: parsed.tree,
          params,
          dereferenced,
          hidesVersions: perspectives.hidesVersions(request.perspective),
          readsAnything: usesTextQuery(parsed.tree),
        }),
    }
  }

  const answerSync = (prepared: PreparedQuery): QueryAnswer => {
    const {tree, options, tags, isSlow} = prepared
    const run = () => {
      const result = asJson(toJS(evaluateSync(tree, options)))
      return prepared.withSourceMap({result, syncTags: tags()})
    }
    return guarded(() => (isSlow ? withTimeLimit(timeLimit, run) : run()))
  }

  return {
    querySync: (request) => answerSync(prepare(request)),
    async query(request) {
      const prepared = prepare(request)
      if (!prepared.needsAsync) return answerSync(prepared)
      try {
        const value = await evaluate(prepared.tree, prepared.options)
        const result = asJson(toJS(await value.asStatic()))
        return prepared.withSourceMap({result, syncTags: prepared.tags()})
      } catch (error) {
        throw evaluationError(error)
      }
    },
    selectIds(query, params) {
      const identity: Identity = {kind: 'user', userId: 'system', role: 'administrator'}
      const prepared = prepare({query, params, perspective: 'raw', identity})
      const {result} = answerSync(prepared)
      const found = Array.isArray(result) ? result : [result]
      return found.flatMap((item) => (isJsonObject(item) && typeof item._id === 'string' ? [item._id] : []))
    },
    syncTagsOf: (change) => syncTagsOfChange(change, perspectives.versionsOf(change.documentId)),
  }
}

type PreparedQuery = {
  needsAsync: boolean
  isSlow: boolean
  withSourceMap: (answer: QueryAnswer) => QueryAnswer
  /** What to evaluate: the parsed tree with candidates and searches put in. */
  tree: ExprNode
  options: TraceOptions
  /** To be called after the evaluation, which finds out what is dereferenced. */
  tags: () => string[]
}

function executableTree(
  tree: ExprNode,
  view: View,
  options: EvaluateOptions & {params: JsonObject},
): ExprNode {
  const searched = usesTextQuery(tree) ? rewriteTextQueries(tree, (id) => view.get(id), options) : tree
  return narrowToCandidates(searched, view, options.params)
}

function guarded<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw evaluationError(error)
  }
}

/** groq-js throws plain errors for what it cannot evaluate; nothing in a query may become a crash. */
function evaluationError(error: unknown): LakeError {
  if (error instanceof LakeError) return error
  if (error instanceof TimeLimitExceeded) {
    return typedError(400, 'queryTimeoutError', `The query took too long and was ${error.message}`)
  }
  const reason = error instanceof Error ? error.message : 'unknown reason'
  const description = error instanceof RangeError ? 'the query needs too much memory or is too deep' : reason
  return typedError(400, 'queryEvaluationError', `The query could not be evaluated: ${description}`)
}
