import {existsSync} from 'node:fs'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {isDeepStrictEqual} from 'node:util'
import {openDataset} from '#sanity/lake/store/dataset.ts'
import type {LakeDocument} from '#sanity/lake/types.ts'
import type {Asked} from './writers.ts'

/** What the log of a dataset has told so far, from which the next check goes on. */
export type Retold = {
  sequence: number
  transactions: Set<string>
  documents: Map<string, LakeDocument>
  /** Changes of published pages, in order: for each of them the webhook owes a message. */
  owed: {transactionId: string; documentId: string}[]
}

export const nothingRetold = (): Retold => ({
  sequence: 0,
  transactions: new Set(),
  documents: new Map(),
  owed: [],
})

/** Looks at the file of a lake that is not running. @returns what is wrong with it */
export function checkFile(dataFolder: string, asked: Asked, retold: Retold): string[] {
  const file = path.join(dataFolder, 'datasets/production.sqlite')
  const queue = path.join(dataFolder, 'webhooks/production.sqlite')
  return [...checkDatabase(file), ...checkDatabase(queue), ...checkHistory(file, asked, retold)]
}

function checkDatabase(file: string): string[] {
  if (!existsSync(file)) return []
  const database = new DatabaseSync(file)
  try {
    const found = database.prepare('PRAGMA integrity_check').all()
    const orphans = database.prepare('PRAGMA foreign_key_check').all()
    return [...found.map((row) => String(row.integrity_check)), ...orphans.map((row) => JSON.stringify(row))]
      .filter((words) => words !== 'ok')
      .map((words) => `${path.basename(path.dirname(file))}: ${words}`)
  } finally {
    database.close()
  }
}

/** Tells the history again from where it was left, and compares: each transaction whole, and each document as it says. */
function checkHistory(file: string, asked: Asked, retold: Retold): string[] {
  const dataset = openDataset({name: 'production', file})
  const broken: string[] = []
  try {
    for (const {id, sequence, changes} of dataset.transactionsAfter(retold.sequence)) {
      if (sequence !== retold.sequence + 1) broken.push(`${id}: number ${sequence} after ${retold.sequence}`)
      retold.sequence = sequence
      retold.transactions.add(id)
      const ids = changes.map(({documentId}) => documentId)
      if (!isWhole(ids, asked.documents.get(id))) broken.push(`${id} is half there: ${ids.join(', ')}`)
      if (asked.refused.has(id)) broken.push(`${id} was refused, and is there`)
      for (const {documentId, before, after} of changes) {
        const told = retold.documents.get(documentId) ?? null
        if (!isDeepStrictEqual(told, before)) broken.push(`${id}: ${documentId} was another before`)
        if (after === null) retold.documents.delete(documentId)
        else retold.documents.set(documentId, after)
        if (/^page-\d+$/.test(documentId)) retold.owed.push({transactionId: id, documentId})
      }
    }
    for (const id of asked.answered) {
      if (!retold.transactions.has(id)) broken.push(`${id} was answered, and is not there`)
    }
    if (!isDeepStrictEqual(new Map(dataset.documents), retold.documents))
      broken.push('the documents are not as their history says')
    return broken
  } finally {
    dataset.close()
  }
}

/** What the lake writes for itself, as the document of a file, was not asked for by its id. */
function isWhole(found: string[], expected: string[] | undefined): boolean {
  if (expected === undefined) return found.every((id) => !/^(drafts\.)?page-|^left$|^right$/.test(id))
  const sides = expected.filter((id) => id === 'left' || id === 'right')
  return found.every((id) => expected.includes(id)) && sides.every((id) => found.includes(id))
}
