import {randomUUID} from 'node:crypto'
import type {Dataset, DocumentStub, LakeDocument, Transaction} from '../types.ts'

/** A document with the attributes that the store would add. */
export function storedDocument(stub: DocumentStub & {_id: string}): LakeDocument {
  return {
    _rev: 'r1',
    _createdAt: '2026-01-01T00:00:00.000Z',
    _updatedAt: '2026-01-01T00:00:00.000Z',
    ...stub,
  }
}

/** A dataset in memory alone, for tests of what reads one: documents are put and removed directly. */
export type TestDataset = Dataset & {
  put(...stubs: Array<DocumentStub & {_id: string}>): Transaction
  remove(...ids: string[]): Transaction
}

export function createTestDataset(...stubs: Array<DocumentStub & {_id: string}>): TestDataset {
  const documents = new Map<string, LakeDocument>()
  const listeners = new Set<(transaction: Transaction) => void>()
  const log: Transaction[] = []
  const unused = () => {
    throw new Error('The test dataset keeps no history and takes no mutations')
  }
  const apply = (changes: Array<[string, LakeDocument | null]>): Transaction => {
    const transaction: Transaction = {
      id: randomUUID(),
      sequence: log.length + 1,
      timestamp: new Date(Date.UTC(2026, 0, 1) + log.length).toISOString(),
      author: 'editor',
      changes: changes.map(([documentId, after]) => {
        const before = documents.get(documentId) ?? null
        if (after) documents.set(documentId, after)
        else documents.delete(documentId)
        return {documentId, before, after, mutations: []}
      }),
    }
    log.push(transaction)
    for (const listener of listeners) listener(transaction)
    return transaction
  }
  const dataset: TestDataset = {
    name: 'production',
    documents,
    get lastSequence() {
      return log.length
    },
    put: (...added) => apply(added.map((stub) => [stub._id, storedDocument(stub)])),
    remove: (...ids) => apply(ids.map((id) => [id, null])),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit: unused,
    transactionsAfter: unused,
    transaction: unused,
    transactionsOf: unused,
    close: () => listeners.clear(),
  }
  dataset.put(...stubs)
  return dataset
}

/** The documents of a dataset as a query without `order()` answers them: by id, as hosted Sanity does. */
export function inOrderOfIds({documents}: Pick<Dataset, 'documents'>): LakeDocument[] {
  return [...documents.values()].sort((one, other) => (one._id < other._id ? -1 : 1))
}
