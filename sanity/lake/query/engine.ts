import {type AnyStaticValue, evaluate, evaluateSync, toJS} from 'groq-js'
import {LakeError, typedError} from '../errors.ts'
import {TimeLimitExceeded, withTimeLimit} from '../time-limit.ts'
import type {
  Dataset,
  DocumentChange,
  Identity,
  JsonObject,
  JsonValue,
  Perspective,
  SelectIds,
} from '../types.ts'
import {asJson, isJsonObject} from './json.ts'
import {parseQuery} from './parse-query.ts'
import {createPerspectives} from './perspectives.ts'
import {prepareQuery} from './prepare-query.ts'
import {usesTextQuery} from './rewrite-text-query.ts'
import {type SourceMap, sourceMapOf} from './source-map.ts'
import {syncTagsOfAnswer, syncTagsOfChange} from './sync-tags.ts'

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

  const prepare = (request: QueryRequest) => {
    const identity = request.identity.kind === 'user' ? request.identity.userId : '<anonymous>'
    // GROQ gives every query this parameter.
    const params = {identity, ...request.params}
    const view = perspectives.view(request.perspective, request.identity)
    const parsed = parseQuery(request.query, params)
    const prepared = prepareQuery(parsed, view, {
      params,
      identity,
      sanity: {projectId, dataset: dataset.name},
    })
    const {tree, options, dereferenced} = prepared

    /** To be called after the evaluation, which finds out what is dereferenced. */
    const answer = (value: AnyStaticValue): QueryAnswer => {
      const result = asJson(toJS(value))
      const syncTags = syncTagsOfAnswer({
        tree: parsed.tree,
        params,
        dereferenced,
        hidesVersions: perspectives.hidesVersions(request.perspective),
        readsAnything: usesTextQuery(parsed.tree),
      })
      if (!request.resultSourceMap) return {result, syncTags}
      return {result, syncTags, resultSourceMap: sourceMapOf(result, tree, options)}
    }
    return {parsed, tree, options, answer}
  }

  const answerSync = ({parsed, tree, options, answer}: ReturnType<typeof prepare>): QueryAnswer => {
    const run = () => answer(evaluateSync(tree, options))
    return guarded(() => (parsed.mayBeSlow ? withTimeLimit(timeLimit, run) : run()))
  }
  const prepareGuarded = (request: QueryRequest) => guarded(() => prepare(request))

  return {
    querySync: (request) => answerSync(prepareGuarded(request)),
    async query(request) {
      const prepared = prepareGuarded(request)
      if (!prepared.parsed.needsAsync) return answerSync(prepared)
      // What is evaluated in many small steps cannot be stopped from outside.
      if (prepared.parsed.mayBeSlow) {
        throw evaluationError(
          new Error('diff:: and delta:: cannot stand in a query with loops in loops or match'),
        )
      }
      try {
        const value = await evaluate(prepared.tree, prepared.options)
        return prepared.answer(await value.asStatic())
      } catch (error) {
        throw evaluationError(error)
      }
    },
    selectIds(query, params) {
      const identity: Identity = {kind: 'user', userId: 'system', role: 'administrator'}
      const prepared = prepareGuarded({query, params, perspective: 'raw', identity})
      const {result} = answerSync(prepared)
      const found = Array.isArray(result) ? result : [result]
      return found.flatMap((item) => (isJsonObject(item) && typeof item._id === 'string' ? [item._id] : []))
    },
    syncTagsOf: (change) => syncTagsOfChange(change, perspectives.versionsOf(change.documentId)),
  }
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
