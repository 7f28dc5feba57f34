import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {createQueryEngine} from '../query/engine.ts'
import type {Identity, Perspective} from '../types.ts'
import {generateDocuments, memoryDataset} from './generated-dataset.ts'

const identity: Identity = {kind: 'user', userId: 'bench', role: 'viewer'}

/** @returns bytes in use when nothing that is no longer needed is counted */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

/**
 * What the engine keeps beside the documents themselves, in bytes a document: the indexes of one perspective, and one
 * order of the schools.
 */
export function memoryPerDocument(size: number, perspective: Perspective): number {
  const dataset = memoryDataset(generateDocuments(size))
  const before = bytesInUse()
  const engine = createQueryEngine(dataset)
  for (const query of ['*[_id == "none"]', '*[_type == "school"] | order(name asc)[0...50]._id']) {
    engine.querySync({query, perspective, identity})
  }
  const after = bytesInUse()
  engine.querySync({query: '*[_id == "none"]', perspective, identity})
  return (after - before) / dataset.documents.size
}
