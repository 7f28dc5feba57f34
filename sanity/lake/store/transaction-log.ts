import type {DatabaseSync, SQLOutputValue, StatementSync} from 'node:sqlite'
import type {DocumentChange, LakeDocument, Mutation, Transaction} from '../types.ts'

type Row = Record<string, SQLOutputValue>
type TransactionHead = Omit<Transaction, 'changes'>

/** The documents and transactions of one dataset on disk. Holds no state of its own but prepared statements. */
export class TransactionLog {
  readonly #database: DatabaseSync
  readonly #insertTransaction: StatementSync
  readonly #insertChange: StatementSync
  readonly #writeDocument: StatementSync
  readonly #deleteDocument: StatementSync
  readonly #byId: StatementSync
  readonly #after: StatementSync
  readonly #changes: StatementSync
  readonly #stateBefore: StatementSync
  readonly #ofDocuments: StatementSync

  constructor(database: DatabaseSync) {
    const heads = 'SELECT sequence, id, timestamp, author FROM transactions'
    this.#database = database
    this.#insertTransaction = database.prepare(
      'INSERT INTO transactions (sequence, id, timestamp, author) VALUES (?, ?, ?, ?)',
    )
    this.#insertChange = database.prepare(
      'INSERT INTO changes (sequence, position, document_id, after, mutations) VALUES (?, ?, ?, ?, ?)',
    )
    this.#writeDocument = database.prepare(
      'INSERT INTO documents (id, content) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content',
    )
    this.#deleteDocument = database.prepare('DELETE FROM documents WHERE id = ?')
    this.#byId = database.prepare(`${heads} WHERE id = ?`)
    this.#after = database.prepare(`${heads} WHERE sequence > ? ORDER BY sequence LIMIT ?`)
    this.#changes = database.prepare(
      'SELECT document_id, after, mutations FROM changes WHERE sequence = ? ORDER BY position',
    )
    this.#stateBefore = database.prepare(
      'SELECT after FROM changes WHERE document_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT 1',
    )
    this.#ofDocuments = database.prepare(
      `${heads} WHERE sequence IN
         (SELECT sequence FROM changes WHERE document_id IN (SELECT value FROM json_each(?)))
       ORDER BY sequence`,
    )
  }

  begin(): void {
    this.#database.exec('BEGIN IMMEDIATE')
  }

  /** On return all that has been appended since `begin` is on disk. */
  end(): void {
    this.#database.exec('COMMIT')
  }

  /** Takes back all that has been appended since `begin`, where SQLite has not done so by itself. */
  undo(): void {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
  }

  /** Writes the transaction and its documents, between `begin` and `end`. */
  append(transaction: Transaction): void {
    const {sequence, id, timestamp, author} = transaction
    this.#insertTransaction.run(sequence, id, timestamp, author)
    transaction.changes.forEach((change, position) => {
      const after = change.after === null ? null : JSON.stringify(change.after)
      this.#insertChange.run(sequence, position, change.documentId, after, JSON.stringify(change.mutations))
      if (after === null) this.#deleteDocument.run(change.documentId)
      else this.#writeDocument.run(change.documentId, after)
    })
  }

  *documents(): Generator<LakeDocument> {
    for (const row of this.#database.prepare('SELECT content FROM documents ORDER BY rowid').iterate()) {
      yield parseDocument(text(row, 'content'))
    }
  }

  last(): TransactionHead | null {
    const row = this.#database.prepare('SELECT * FROM transactions ORDER BY sequence DESC LIMIT 1').get()
    return row ? head(row) : null
  }

  has(id: string): boolean {
    return this.#byId.get(id) !== undefined
  }

  byId(id: string): Transaction | null {
    const row = this.#byId.get(id)
    return row ? this.#complete(row) : null
  }

  after(sequence: number, limit: number): Transaction[] {
    return this.#after.all(sequence, limit).map((row) => this.#complete(row))
  }

  /**
   * Transactions that touched any of the documents, oldest first. The changes of each are read when they are
   * first looked at, because most questions about a long history are about a few transactions.
   */
  ofDocuments(documentIds: string[]): Transaction[] {
    return this.#ofDocuments.all(JSON.stringify(documentIds)).map((row) => {
      const found = head(row)
      const read = () => this.#changesOf(found.sequence)
      let changes: DocumentChange[] | undefined
      return {
        ...found,
        get changes() {
          changes ??= read()
          return changes
        },
      }
    })
  }

  #complete(row: Row): Transaction {
    const found = head(row)
    return {...found, changes: this.#changesOf(found.sequence)}
  }

  #changesOf(sequence: number): DocumentChange[] {
    return this.#changes.all(sequence).map((change) => this.#change(change, sequence))
  }

  #change(row: Row, sequence: number): DocumentChange {
    const documentId = text(row, 'document_id')
    const mutations: Mutation[] = JSON.parse(text(row, 'mutations'))
    return {
      documentId,
      before: state(this.#stateBefore.get(documentId, sequence)),
      after: state(row),
      mutations,
    }
  }
}

function head(row: Row): TransactionHead {
  return {
    id: text(row, 'id'),
    sequence: integer(row, 'sequence'),
    timestamp: text(row, 'timestamp'),
    author: text(row, 'author'),
  }
}

function state(row: Row | undefined): LakeDocument | null {
  return row === undefined || row.after === null ? null : parseDocument(text(row, 'after'))
}

function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`The column ${column} holds no text`)
  return value
}

function integer(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`The column ${column} holds no number`)
  return value
}

function parseDocument(json: string): LakeDocument {
  const value: unknown = JSON.parse(json)
  if (!isLakeDocument(value)) throw new TypeError('A stored document lacks one of its system attributes')
  return value
}

function isLakeDocument(value: unknown): value is LakeDocument {
  if (typeof value !== 'object' || value === null) return false
  const attributes: {[name: string]: unknown} = {...value}
  return ['_id', '_type', '_rev', '_createdAt', '_updatedAt'].every(
    (name) => typeof attributes[name] === 'string',
  )
}
