import {log} from '#lib/log/log.ts'
import type {Dataset} from '../types.ts'
import {messagesOf} from './messages.ts'
import {createBell, pause} from './pause.ts'
import {openWebhookQueue, type QueuedMessage, type WebhookQueue} from './queue.ts'
import {type RetrySettings, retryDelay} from './retry-delay.ts'
import {attemptDelivery} from './send.ts'
import {type ParsedWebhook, parseWebhook, type WebhookDefinition} from './webhook.ts'

export type {WebhookDefinition} from './webhook.ts'

export type WebhookOptions = {
  dataset: Dataset
  /** SQLite file that keeps what is still to be delivered. */
  file: string
  projectId: string
  hooks: WebhookDefinition[]
  /** One line for each call that was refused, given up or failed for the first time. */
  onProblem?: (message: string) => void
  retry?: RetrySettings
  /** A message that a running receiver keeps failing is dropped after this long, as hosted Sanity does. */
  giveUpAfterMilliseconds?: number
  /** Nobody listening is no news before this: the site starts after the lake, and may have to be built first. */
  reportAbsenceAfterMilliseconds?: number
  timeoutMilliseconds?: number
  /** Milliseconds since 1970. */
  now?: () => number
  /** 0 to 1. */
  random?: () => number
}

export type Webhooks = {
  /** Ends the attempt under way; what was not delivered is delivered after the next start. */
  stop(): Promise<void>
  /** Transactions still to be looked at and messages still to be delivered. */
  pending(): number
}

/** Asking a port that nobody listens on costs nothing, and the site should hear at once when it is back. */
const unreachableRetry = 1000

type Settings = Required<Omit<WebhookOptions, 'hooks' | 'file'>> & {queue: WebhookQueue; signal: AbortSignal}

/**
 * Calls webhooks for what is committed to a dataset, at least once each and in order, one call at a time per webhook.
 *
 * The work is driven by the transaction log and a cursor on disk, never by the commit itself: a crash between a commit
 * and its delivery loses nothing, and a slow receiver slows nobody down. A webhook that is new starts with the
 * changes made from then on.
 * @throws Error when a webhook's address or GROQ is wrong
 */
export function startWebhooks(options: WebhookOptions): Webhooks {
  const webhooks = options.hooks.map(parseWebhook)
  const queue = openWebhookQueue(options.file)
  const stopping = new AbortController()
  const settings: Settings = {
    onProblem: (message) => log.error('webhook', message),
    retry: {first: 250, longest: 30_000},
    giveUpAfterMilliseconds: 30 * 60_000,
    reportAbsenceAfterMilliseconds: 5 * 60_000,
    timeoutMilliseconds: 30_000,
    now: Date.now,
    random: Math.random,
    ...options,
    queue,
    signal: stopping.signal,
  }
  const deliveries = webhooks.map((webhook) => startDelivery(webhook, settings))
  const unsubscribe = options.dataset.subscribe(() => {
    for (const delivery of deliveries) delivery.wake()
  })

  return {
    async stop() {
      unsubscribe()
      stopping.abort()
      await Promise.all(deliveries.map((delivery) => delivery.ended))
      queue.close()
    },
    pending: () => deliveries.reduce((sum, delivery) => sum + delivery.pending(), 0),
  }
}

type Delivery = {wake(): void; pending(): number; ended: Promise<void>}

function startDelivery(webhook: ParsedWebhook, settings: Settings): Delivery {
  const {dataset, queue, signal, onProblem} = settings
  const {id} = webhook.definition
  placeCursor(id, settings)
  const bell = createBell(signal)

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const read = await enqueue(webhook, settings)
        const message = signal.aborted ? null : queue.first(id)
        if (message) await deliver(message, webhook, settings)
        else if (read === 0) await bell.rung()
      } catch (error) {
        // Such as a full disk: the cursor has not moved, so nothing is lost by trying again.
        onProblem(`Webhook "${id}" stopped for a second: ${error instanceof Error ? error.message : error}`)
        await pause(1000, signal)
      }
    }
  }

  return {
    wake: bell.ring,
    pending: () => queue.size(id) + dataset.lastSequence - (queue.cursor(id)?.sequence ?? 0),
    ended: run(),
  }
}

/** Starts at the end of the log where the cursor is missing or belongs to a dataset that was replaced since. */
function placeCursor(webhookId: string, {dataset, queue}: Settings): void {
  const cursor = queue.cursor(webhookId)
  if (cursor && cursor.transactionId === transactionIdAt(dataset, cursor.sequence)) return
  const sequence = dataset.lastSequence
  queue.restart(webhookId, {sequence, transactionId: transactionIdAt(dataset, sequence)})
}

function transactionIdAt(dataset: Dataset, sequence: number): string | null {
  return dataset.transactionsAfter(sequence - 1, 1).find((found) => found.sequence === sequence)?.id ?? null
}

/** Turns transactions after the cursor into messages. Returns how many transactions it read. */
async function enqueue(webhook: ParsedWebhook, settings: Settings): Promise<number> {
  const {dataset, queue, signal} = settings
  const {id} = webhook.definition
  const transactions = dataset.transactionsAfter(queue.cursor(id)?.sequence ?? 0, 100)
  for (const transaction of transactions) {
    const messages = await messagesOf(transaction, webhook, settings)
    if (signal.aborted) break
    queue.add(id, {sequence: transaction.sequence, transactionId: transaction.id}, messages)
  }
  return transactions.length
}

/** Tries until the message is delivered, refused or given up. The time to give up begins anew with each start. */
async function deliver(message: QueuedMessage, webhook: ParsedWebhook, settings: Settings): Promise<void> {
  const {dataset, queue, signal, onProblem, now, random, retry} = settings
  const {definition} = webhook
  const what = `Webhook "${definition.id}", ${message.operation} of ${message.documentId}`
  const began = now()
  let wasReported = false
  for (let failures = 1; ; failures += 1) {
    const outcome = await attemptDelivery({
      ...settings,
      webhook: definition,
      message,
      dataset: dataset.name,
      now: now(),
    })
    if (outcome.kind === 'retry') {
      if (signal.aborted) return
      const unreachable = outcome.reason === 'unreachable'
      if (unreachable || now() - began < settings.giveUpAfterMilliseconds) {
        const isNews: boolean = unreachable
          ? !wasReported && now() - began >= settings.reportAbsenceAfterMilliseconds
          : failures === 1
        if (isNews) onProblem(`${what}: ${outcome.reason}, trying again`)
        wasReported ||= isNews
        const longest = unreachable ? Math.min(retry.longest, unreachableRetry) : retry.longest
        await pause(retryDelay(failures, random(), {...retry, longest}), signal)
        if (signal.aborted) return
        continue
      }
    }
    if (outcome.kind !== 'delivered') onProblem(`${what}: ${outcome.reason}, not sent again`)
    queue.remove(message.rowId)
    return
  }
}
