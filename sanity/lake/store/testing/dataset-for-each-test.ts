import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {LakeError} from '../../errors.ts'
import type {CommitRequest, JsonObject, Mutation} from '../../types.ts'
import {openDataset, type StoredDataset} from '../dataset.ts'

/** Gives each test of a file an empty dataset of its own, and what mutations of it come to. */
export function datasetForEachTest() {
  let folder: string
  let dataset: StoredDataset

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lake-mutate-'))
    dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  })

  afterEach(() => {
    dataset.close()
    rmSync(folder, {recursive: true})
  })

  function commit(mutations: Mutation[], more: Partial<CommitRequest> = {}) {
    return dataset.commit({author: 'editor', mutations, ...more})
  }

  /** Status, type and all else that the first refused mutation is answered with. */
  function refusal(mutations: Mutation[], more: Partial<CommitRequest> = {}): JsonObject {
    const before = [...dataset.documents.values()]
    try {
      commit(mutations, more)
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      expect([...dataset.documents.values()]).toEqual(before)
      return {status: error.status, ...JSON.parse(JSON.stringify(error.body)).error}
    }
    throw new Error('The mutations were not refused')
  }

  /** A document without its system attributes. */
  function content(id: string): JsonObject {
    const {_id, _type, _rev, _createdAt, _updatedAt, ...rest} = dataset.documents.get(id) ?? {_missing: true}
    return rest
  }

  return {current: () => dataset, commit, refusal, content}
}
