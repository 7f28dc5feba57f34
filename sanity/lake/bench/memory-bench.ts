import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {createQueryEngine, type QueryRequest} from '../query/engine.ts'
import {ReferenceIndex} from '../store/index-of-references.ts'
import type {Identity, LakeDocument, Perspective} from '../types.ts'
import {generateDocuments, memoryDataset} from './generated-dataset.ts'

/** A query and the perspective in which it is asked. */
export type AskedQuery = Omit<QueryRequest, 'identity'>

const identity: Identity = {kind: 'user', userId: 'bench', role: 'viewer'}

/**
 * What the engine keeps beside the documents themselves, in bytes a document: the indexes of one perspective, and one
 * order of the schools.
 */
export function memoryPerDocument(size: number, perspective: Perspective): number {
  const dataset = memoryDataset(generateDocuments(size))
  const queries = ['*[_id == "none"]', '*[_type == "school"] | order(name asc)[0...50]._id']
  return bytesAdded(() => {
    const engine = createQueryEngine(dataset)
    for (const query of queries) engine.querySync({query, perspective, identity})
    return engine
  }, dataset.documents.size)
}

/**
 * What a lake keeps beside the documents of a site that is open to visitors and in a Studio, in bytes a document. One
 * document in twenty has a draft, which is a document too.
 * @param asked - what site and Studio ask it
 * @returns `engine`, the indexes of all perspectives that are asked for and the orders of their lists; `references`,
 *   what the store keeps so that nothing is deleted that others refer to
 */
export function memoryOfWholeLake(
  size: number,
  asked: readonly AskedQuery[],
): {engine: number; references: number} {
  const documents = withDrafts(generateDocuments(size))
  const dataset = memoryDataset(documents)
  const engine = bytesAdded(() => {
    const made = createQueryEngine(dataset)
    for (const request of asked) made.querySync({...request, identity})
    return made
  }, documents.length)
  const references = bytesAdded(() => {
    const index = new ReferenceIndex()
    for (const document of documents) index.update(document._id, document)
    return index
  }, documents.length)
  return {engine, references}
}

function withDrafts(published: LakeDocument[]): LakeDocument[] {
  const edited = published.filter((_, index) => index % 20 === 0)
  return [...published, ...edited.map((document) => ({...document, _id: `drafts.${document._id}`}))]
}

/** Bytes in use for what `make` makes, divided by the number of documents. */
function bytesAdded(make: () => object, documents: number): number {
  const before = bytesInUse()
  const made = [make()]
  const after = bytesInUse()
  // Named once more: what nobody needs any longer would be gone before it was measured.
  made.pop()
  return (after - before) / documents
}

/** @returns bytes in use when nothing that is no longer needed is counted */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}
