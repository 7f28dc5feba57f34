import {isJsonObject} from '../query/json.ts'
import type {CommitRequest, CommitResult} from '../types.ts'
import type {StoredDataset} from './dataset.ts'

/** Requests that share one sync of the disk at most, so that nobody waits long for the others. */
const MOST_TOGETHER = 100

type Waiting = {
  request: CommitRequest
  resolve: (result: CommitResult) => void
  reject: (error: unknown) => void
}

/**
 * Commits what comes at the same time together: a disk syncs a few hundred times a second, however little there is to
 * write. Each keeps its place in the order in which they came.
 */
export class CommitQueue {
  readonly #dataset: Pick<StoredDataset, 'commitTogether'>
  #waiting: Waiting[] = []

  constructor(dataset: Pick<StoredDataset, 'commitTogether'>) {
    this.#dataset = dataset
  }

  /** Resolves when it is on disk. @throws LakeError or LakeStorageError, as `commit` of the dataset */
  commit(request: CommitRequest): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({request, resolve, reject})
      if (this.#waiting.length === 1) setImmediate(() => this.#commitNext())
    })
  }

  #commitNext(): void {
    const together = this.#waiting.slice(0, this.#howMany())
    this.#waiting = this.#waiting.slice(together.length)
    if (this.#waiting.length > 0) setImmediate(() => this.#commitNext())
    try {
      const outcomes = this.#dataset.commitTogether(together.map(({request}) => request))
      for (const [index, outcome] of outcomes.entries()) {
        if ('error' in outcome) together[index]?.reject(outcome.error)
        else together[index]?.resolve(outcome)
      }
    } catch (error) {
      for (const {reject} of together) reject(error)
    }
  }

  /** A mutation by query stands alone: it is to see what was written before it. */
  #howMany(): number {
    const alone = this.#waiting.findIndex(({request}) => request.mutations.some(selectsByQuery))
    if (alone === 0) return 1
    return Math.min(alone === -1 ? this.#waiting.length : alone, MOST_TOGETHER)
  }
}

/** Looked at before anybody has checked what was sent. */
function selectsByQuery(mutation: unknown): boolean {
  if (!isJsonObject(mutation)) return false
  return [mutation.patch, mutation.delete].some((part) => isJsonObject(part) && 'query' in part)
}
