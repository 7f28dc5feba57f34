import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {WebhookMessage} from './messages.ts'

/** How far a webhook has read the log: the last transaction that it was asked about. */
export type Cursor = {sequence: number; transactionId: string | null}

export type QueuedMessage = WebhookMessage & {rowId: number}

export type WebhookQueue = {
  cursor(webhookId: string): Cursor | null
  /** Starts reading after this transaction and forgets what was still to be delivered. */
  restart(webhookId: string, cursor: Cursor): void
  /** Adds the messages of a transaction and moves the cursor past it, both or neither. */
  add(webhookId: string, cursor: Cursor, messages: WebhookMessage[]): void
  /** The message that is to be delivered next. */
  first(webhookId: string): QueuedMessage | null
  remove(rowId: number): void
  size(webhookId: string): number
  close(): void
}

/** Keeps on disk what is still to be delivered, in its own file: a lost queue never harms the content. */
export function openWebhookQueue(file: string): WebhookQueue {
  mkdirSync(dirname(file), {recursive: true})
  const database = new DatabaseSync(file)
  // NORMAL may lose the last steps in a power cut: they are then read again from the log and delivered twice.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS cursor (
      webhookId TEXT PRIMARY KEY,
      sequence INTEGER NOT NULL,
      transactionId TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS message (
      rowId INTEGER PRIMARY KEY AUTOINCREMENT,
      webhookId TEXT NOT NULL,
      idempotencyKey TEXT NOT NULL UNIQUE,
      message TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS messageByWebhook ON message (webhookId, rowId);
  `)
  const readCursor = database.prepare('SELECT sequence, transactionId FROM cursor WHERE webhookId = ?')
  const writeCursor = database.prepare(
    'INSERT OR REPLACE INTO cursor (webhookId, sequence, transactionId) VALUES (?, ?, ?)',
  )
  const insert = database.prepare(
    'INSERT OR IGNORE INTO message (webhookId, idempotencyKey, message) VALUES (?, ?, ?)',
  )
  const readFirst = database.prepare(
    'SELECT rowId, message FROM message WHERE webhookId = ? ORDER BY rowId LIMIT 1',
  )
  const count = database.prepare('SELECT count(*) AS size FROM message WHERE webhookId = ?')
  const removeOne = database.prepare('DELETE FROM message WHERE rowId = ?')
  const removeAll = database.prepare('DELETE FROM message WHERE webhookId = ?')

  function together(work: () => void): void {
    database.exec('BEGIN IMMEDIATE')
    try {
      work()
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }

  return {
    cursor(webhookId) {
      const row = readCursor.get(webhookId)
      if (!row) return null
      const transactionId = typeof row.transactionId === 'string' ? row.transactionId : null
      return {sequence: Number(row.sequence), transactionId}
    },
    restart(webhookId, {sequence, transactionId}) {
      together(() => {
        removeAll.run(webhookId)
        writeCursor.run(webhookId, sequence, transactionId)
      })
    },
    add(webhookId, {sequence, transactionId}, messages) {
      together(() => {
        for (const message of messages) insert.run(webhookId, message.idempotencyKey, JSON.stringify(message))
        writeCursor.run(webhookId, sequence, transactionId)
      })
    },
    first(webhookId) {
      const row = readFirst.get(webhookId)
      return row ? {rowId: Number(row.rowId), ...readMessage(String(row.message))} : null
    },
    remove(rowId) {
      removeOne.run(rowId)
    },
    size(webhookId) {
      return Number(count.get(webhookId)?.size ?? 0)
    },
    close() {
      database.close()
    },
  }
}

/** Rows are written by `add` alone. */
function readMessage(json: string): WebhookMessage {
  const message: WebhookMessage = JSON.parse(json)
  return message
}
