import {requirePermissionFor, requireWriter} from '../../access/permissions.ts'
import type {DatasetRegistry} from '../../datasets.ts'
import {actionError, plainError} from '../../errors.ts'
import {performActions} from '../../store/actions.ts'
import type {Action, JsonObject, JsonValue, Mutation, MutationResult} from '../../types.ts'
import {isAtLeast, type LakeAnswer, type LakeRequest} from '../exchange.ts'
import {type Route, route} from '../router.ts'

/** `POST /data/mutate/:dataset` and `POST /data/actions/:dataset`. A success means that the change is on disk. */
export function mutationRoutes(datasets: DatasetRegistry): Route[] {
  return [
    route('POST', '/data/mutate/:dataset', (request) => mutate(datasets, request)),
    route('POST', '/data/actions/:dataset', (request) => act(datasets, request)),
  ]
}

async function mutate(datasets: DatasetRegistry, request: LakeRequest): Promise<LakeAnswer> {
  const {commits, engine} = datasets.require(request.parameter('dataset'))
  const body = parseBody(await request.readJson())
  const {mutations} = body
  if (!isMutationList(mutations)) throw plainError(400, 'Bad Request', 'Send {"mutations": […]}')
  const {userId} = requirePermissionFor(request.identity, mutations)
  const is = (name: string) => request.query.get(name) === 'true'
  const committed = await commits.commit({
    mutations,
    author: userId,
    ...transactionIdOf(body),
    dryRun: is('dryRun') || body.dryRun === true,
    autoGenerateArrayKeys: is('autoGenerateArrayKeys'),
    selectIds: (query, params) => engine.selectIds(query, params),
  })
  const returned = {ids: is('returnIds'), documents: is('returnDocuments')}
  return {
    json: {
      transactionId: committed.transactionId,
      results: committed.results.map((result) => shortenResult(result, returned)),
    },
  }
}

async function act(datasets: DatasetRegistry, request: LakeRequest): Promise<LakeAnswer> {
  const {dataset} = datasets.require(request.parameter('dataset'))
  const {userId} = requireWriter(request.identity, actionError)
  const body = parseBody(await request.readJson())
  const {actions} = body
  if (!isActionList(actions)) throw plainError(400, 'Bad Request', 'Send {"actions": [{"actionType": …}]}')
  refuseReleasesBefore2025(request.version, actions)
  const {transactionId} = performActions(dataset, {
    actions,
    author: userId,
    ...transactionIdOf(body),
    dryRun: body.dryRun === true,
  })
  return {json: {transactionId}}
}

/** @throws LakeError 400 for an API version from before there were releases. */
function refuseReleasesBefore2025(version: string, actions: (Action & JsonObject)[]): void {
  if (isAtLeast(version, '2025-02-19')) return
  const index = actions.findIndex((action) => String(action?.actionType).startsWith('sanity.action.release.'))
  if (index < 0) return
  const description = `action index ${index}: not supported for this API version`
  throw actionError(400, 'validationError', description, index)
}

function shortenResult(result: MutationResult, returned: {ids: boolean; documents: boolean}): JsonObject {
  return {
    ...(returned.ids ? {id: result.id, operation: result.operation} : {}),
    ...(returned.documents ? {document: result.document ?? null} : {}),
  }
}

function parseBody(body: JsonValue): JsonObject {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  throw plainError(400, 'Bad Request', 'Send a JSON object')
}

function transactionIdOf({transactionId}: JsonObject): {transactionId?: string} {
  if (transactionId === undefined || transactionId === null) return {}
  if (typeof transactionId === 'string') return {transactionId}
  throw plainError(400, 'Bad Request', 'The "transactionId" has to be a string')
}

/** Each mutation is checked when it is applied, where a refusal can name it by its index. */
function isMutationList(value: JsonValue | undefined): value is (Mutation & JsonObject)[] {
  return Array.isArray(value)
}

/** As with mutations: `performActions` refuses a malformed action by its index. */
function isActionList(value: JsonValue | undefined): value is (Action & JsonObject)[] {
  return Array.isArray(value)
}
