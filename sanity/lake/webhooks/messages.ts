import {createHash} from 'node:crypto'
import {type ExprNode, evaluate} from 'groq-js'
import {type Dataset, type DocumentChange, type Transaction, upkeepAuthor} from '../types.ts'
import type {ParsedWebhook, WebhookOperation} from './webhook.ts'

/** One call of a webhook: what is sent, without what belongs to a single attempt. */
export type WebhookMessage = {
  /** The same for every attempt, so that a receiver can tell a repetition from a new change. */
  idempotencyKey: string
  transactionId: string
  /** ISO 8601 in UTC. */
  transactionTime: string
  documentId: string
  operation: WebhookOperation
  /** JSON. */
  body: string
}

type Surroundings = {dataset: Dataset; projectId: string; onProblem: (message: string) => void}

/**
 * The calls that a transaction asks for, in the order of its changes. What the lake writes for its own upkeep asks for
 * none: only the addresses of assets change then, and with them the site's own, for which its pages are built anew.
 */
export async function messagesOf(
  transaction: Transaction,
  webhook: ParsedWebhook,
  surroundings: Surroundings,
): Promise<WebhookMessage[]> {
  if (transaction.author === upkeepAuthor) return []
  const messages: WebhookMessage[] = []
  for (const change of transaction.changes) {
    const operation = operationOf(change)
    if (!operation || !webhook.definition.on.includes(operation)) continue
    if (isDraft(change.documentId) && !webhook.definition.includeDrafts) continue
    const body = await bodyOf(change, webhook, surroundings)
    if (body === null) continue
    messages.push({
      idempotencyKey: idempotencyKey(webhook.definition.id, transaction.id, change.documentId),
      transactionId: transaction.id,
      transactionTime: transaction.timestamp,
      documentId: change.documentId,
      operation,
      body,
    })
  }
  return messages
}

function operationOf({before, after}: DocumentChange): WebhookOperation | null {
  if (before && after) return 'update'
  if (after) return 'create'
  return before ? 'delete' : null
}

function isDraft(documentId: string): boolean {
  return documentId.startsWith('drafts.') || documentId.startsWith('versions.')
}

/** Null where the filter leaves the change out. A filter that fails on a document leaves it out and says so. */
async function bodyOf(
  change: DocumentChange,
  {definition, filter, projection}: ParsedWebhook,
  surroundings: Surroundings,
): Promise<string | null> {
  try {
    if (filter && (await evaluateDelta(filter, change, surroundings)) !== true) return null
    const body = projection
      ? await evaluateDelta(projection, change, surroundings)
      : (change.after ?? change.before)
    return JSON.stringify(body)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    surroundings.onProblem(`Webhook "${definition.id}" was not called for ${change.documentId}: ${reason}`)
    return null
  }
}

/** References are followed; sub-queries find nothing, as on hosted Sanity. */
async function evaluateDelta(
  tree: ExprNode,
  {before, after}: DocumentChange,
  {dataset, projectId}: Surroundings,
): Promise<unknown> {
  const value = await evaluate(tree, {
    root: after ?? before,
    before,
    after,
    dataset: [],
    dereference: ({_ref}) => dataset.documents.get(_ref) ?? null,
    sanity: {projectId, dataset: dataset.name},
  })
  return await value.get()
}

function idempotencyKey(webhookId: string, transactionId: string, documentId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([webhookId, transactionId, documentId]))
    .digest('hex')
}
