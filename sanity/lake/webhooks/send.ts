import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import type {WebhookMessage} from './messages.ts'
import type {WebhookDefinition} from './webhook.ts'

/** What became of one attempt. `refused` is final; `retry` is tried again. The reason `unreachable`: nobody listens. */
export type AttemptOutcome =
  | {kind: 'delivered'}
  | {kind: 'refused'; reason: string}
  | {kind: 'retry'; reason: string}

export type Attempt = {
  webhook: WebhookDefinition
  message: WebhookMessage
  projectId: string
  dataset: string
  /** Milliseconds since 1970, for the signature: receivers refuse old ones. */
  now: number
  timeoutMilliseconds: number
  /** Ends the attempt when the lake stops. */
  signal: AbortSignal
}

/** Calls the webhook once. Status codes mean what they mean to hosted Sanity. Never throws. */
export async function attemptDelivery(attempt: Attempt): Promise<AttemptOutcome> {
  const {webhook, message, timeoutMilliseconds, signal} = attempt
  try {
    const response = await fetch(webhook.url, {
      method: webhook.httpMethod ?? 'POST',
      headers: await headersOf(attempt),
      body: message.body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
    })
    await response.body?.cancel()
    return outcomeOf(response.status)
  } catch (error) {
    return {kind: 'retry', reason: networkReason(error)}
  }
}

function outcomeOf(status: number): AttemptOutcome {
  const reason = `answered with status ${status}`
  if (status >= 200 && status < 300) return {kind: 'delivered'}
  if (status === 429 || status >= 500) return {kind: 'retry', reason}
  return {kind: 'refused', reason}
}

async function headersOf({
  webhook,
  message,
  projectId,
  dataset,
  now,
}: Attempt): Promise<Record<string, string>> {
  const signature: Record<string, string> = webhook.secret
    ? {[SIGNATURE_HEADER_NAME]: await encodeSignatureHeader(message.body, now, webhook.secret)}
    : {}
  return {
    ...webhook.headers,
    'content-type': 'application/json',
    'user-agent': 'Sanity.io webhook delivery',
    'idempotency-key': message.idempotencyKey,
    'sanity-project-id': projectId,
    'sanity-dataset': dataset,
    'sanity-document-id': message.documentId,
    'sanity-operation': message.operation,
    'sanity-transaction-id': message.transactionId,
    'sanity-transaction-time': message.transactionTime,
    'sanity-webhook-id': webhook.id,
    ...signature,
  }
}

/** `fetch` says "fetch failed" and keeps what happened in the cause. */
function networkReason(error: unknown): string {
  const cause = isObject(error) && isObject(error.cause) ? error.cause : error
  if (!isObject(cause)) return String(cause)
  return cause.code === 'ECONNREFUSED' ? 'unreachable' : String(cause.message)
}

function isObject(value: unknown): value is {cause?: unknown; code?: unknown; message?: unknown} {
  return typeof value === 'object' && value !== null
}
