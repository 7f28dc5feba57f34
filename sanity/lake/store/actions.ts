import {actionError, LakeError, typedError} from '../errors.ts'
import type {Action, Dataset, JsonObject, JsonValue, LakeDocument, Mutation} from '../types.ts'
import {ActionFields} from './action-fields.ts'
import {type ActionContext, documentActions, versionsAmong} from './document-actions.ts'
import {releaseOf} from './document-group.ts'
import {documentRevisions} from './history.ts'
import {applyMutations} from './mutate.ts'
import {refuseInClosedRelease, releaseActions} from './release-actions.ts'

export type ActionsRequest = {
  actions: Action[]
  /** User id. */
  author: string
  /** Chosen by the client, else made here. Becomes the `_rev` of every document that is touched. */
  transactionId?: string
  dryRun?: boolean
}

/**
 * Performs all actions in one transaction, or none. Objects in arrays get the `_key` that they lack, as
 * https://www.sanity.io/docs/http-reference/actions says.
 *
 * @throws LakeError, its items naming the position of the action: 400 for a malformed or unknown one, 404 for a
 *   missing document, 409 for an existing one, another revision than expected, or a broken reference.
 */
export function performActions(
  dataset: Dataset,
  {actions, author, transactionId, dryRun}: ActionsRequest,
): {transactionId: string} {
  if (!Array.isArray(actions)) throw typedError(400, 'validationError', '"actions" must be an array')
  const {mutations, actionOf} = translate(dataset, actions)
  try {
    const result = dataset.commit({mutations, author, transactionId, dryRun, autoGenerateArrayKeys: true})
    return {transactionId: result.transactionId}
  } catch (error) {
    throw namingAction(error, actionOf)
  }
}

const performers = {...documentActions, ...releaseActions}

/** The mutations of all actions, and which action each of them comes from. */
function translate(dataset: Dataset, actions: Action[]): {mutations: Mutation[]; actionOf: number[]} {
  const working = new WorkingDocuments(dataset.documents)
  const mutations: Mutation[] = []
  const actionOf: number[] = []
  actions.forEach((action, index) => {
    const found = mutationsOf(action, {
      get: (id) => working.get(id),
      versionsOf: (publishedId) => versionsAmong(working.ids(), publishedId),
      versionsIn: (release) => [...working.ids()].filter((id) => releaseOf(id) === release),
      lastRevision: (id) => documentRevisions(dataset, [id], {lastRevision: true})[0],
      now: new Date().toISOString(),
      index,
    })
    try {
      working.apply(found)
    } catch (error) {
      throw namingAction(
        error,
        found.map(() => index),
      )
    }
    mutations.push(...found)
    actionOf.push(...found.map(() => index))
  })
  return {mutations, actionOf}
}

function mutationsOf(action: Action, context: ActionContext): Mutation[] {
  const type = isObject(action) && typeof action.actionType === 'string' ? action.actionType : ''
  const perform = Object.hasOwn(performers, type) ? performers[type] : undefined
  if (perform) {
    const mutations = perform(new ActionFields(action, context.index), context)
    if (perform === documentActions[type]) refuseInClosedRelease(mutations, context)
    return mutations
  }
  const description = /^sanity\.action\.(variant|document\.variant)/.test(type)
    ? `The embedded Content Lake has no variants, so "${type}" cannot be performed. Use a hosted dataset for them.`
    : `Unknown action type "${type}"`
  throw actionError(400, 'validationError', description, context.index)
}

/** The documents with the effects of the actions so far laid over them. */
class WorkingDocuments {
  readonly #stored: ReadonlyMap<string, LakeDocument>
  readonly #changed = new Map<string, LakeDocument | null>()

  constructor(stored: ReadonlyMap<string, LakeDocument>) {
    this.#stored = stored
  }

  get(id: string): LakeDocument | undefined {
    const changed = this.#changed.get(id)
    return changed === undefined ? this.#stored.get(id) : (changed ?? undefined)
  }

  *ids(): Generator<string> {
    for (const id of this.#stored.keys()) if (this.#changed.get(id) !== null) yield id
    for (const [id, document] of this.#changed) if (document && !this.#stored.has(id)) yield id
  }

  apply(mutations: Mutation[]): void {
    const provisional = {documents: this, transactionId: '', timestamp: new Date(0).toISOString()}
    for (const {documentId, after} of applyMutations(mutations, provisional).changes) {
      // The new revision comes with the commit; conditions of later actions mean the one that is stored.
      const _rev = this.#stored.get(documentId)?._rev ?? ''
      this.#changed.set(documentId, after && {...after, _rev})
    }
  }
}

/** A refusal of a mutation as one of the action that the mutation came from. */
function namingAction(error: unknown, actionOf: number[]): unknown {
  if (!(error instanceof LakeError) || !isObject(error.body.error)) return error
  const {items} = error.body.error
  const [item] = Array.isArray(items) ? items : []
  if (!isObject(item) || !isObject(item.error)) return error
  const {type, description, ...more} = item.error
  const index = actionOf[Number(item.index)] ?? 0
  return actionError(error.status, String(type), String(description), index, more)
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
