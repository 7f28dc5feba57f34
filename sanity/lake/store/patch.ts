import {Mutation} from '@sanity/mutator'
import {mutationError} from '../errors.ts'
import {TimeLimitExceeded, withTimeLimit} from '../time-limit.ts'
import type {JsonObject, LakeDocument, PatchOperations} from '../types.ts'

const operationNames = ['set', 'setIfMissing', 'unset', 'inc', 'dec', 'insert', 'diffMatchPatch'] as const
const otherNames = ['id', 'query', 'params', 'ifRevisionID']
const immutableAttributes = ['_id', '_type', '_createdAt'] as const

/** Milliseconds. The lake answers nobody else while it applies a patch. */
const longestPatch = 1000

/**
 * The document with the operations applied, by the very code with which the Studio re-applies them, so that
 * browser and lake cannot come to different results. System attributes are left for the caller to renew.
 *
 * @throws LakeError 400 for operations that cannot be understood, 409 for a change of `_id`, `_type` or `_createdAt`.
 */
export function applyPatch(
  document: LakeDocument,
  operations: PatchOperations,
  mutationIndex: number,
): JsonObject {
  const {ifRevisionID: _, ...patch} = operations
  const result = evaluate(document, patch, mutationIndex)
  for (const attribute of immutableAttributes) {
    if (result[attribute] === document[attribute]) continue
    throw mutationError(
      409,
      'validationError',
      `document "${document._id}": immutable attribute "${attribute}" may not be modified`,
      mutationIndex,
      {id: document._id, attribute},
    )
  }
  return result
}

function evaluate(document: LakeDocument, patch: PatchOperations, mutationIndex: number): JsonObject {
  try {
    const mutation = new Mutation({mutations: [{patch: {...patch, id: document._id}}]})
    const apply = (): unknown => mutation.apply(document)
    const result = mayBeSlow(patch) ? withTimeLimit(longestPatch, apply) : apply()
    // Through JSON, so that memory holds what the disk will hold, and nothing of the request or the mutator.
    const copy: JsonObject = JSON.parse(JSON.stringify(result))
    return copy
  } catch (error) {
    const isTooSlow = error instanceof TimeLimitExceeded
    const reason = isTooSlow ? 'it takes too long' : error instanceof Error ? error.message : String(error)
    throw malformedPatch(
      `The patch of document "${document._id}" cannot be applied: ${reason}`,
      mutationIndex,
    )
  }
}

/**
 * Whether applying a patch may take more than a walk along its paths: the mutator counts every index of a range,
 * also of `[0:99999999]` in a list of three, and takes the square of a path's length.
 */
function mayBeSlow({set, setIfMissing, inc, dec, diffMatchPatch, unset, insert}: JsonObject): boolean {
  const places = [insert].filter(isObject).flatMap(({before, after, replace}) => [before, after, replace])
  const byPath = [set, setIfMissing, inc, dec, diffMatchPatch].filter(isObject).flatMap(Object.keys)
  const paths = [...byPath, ...places, ...(Array.isArray(unset) ? unset : [])]
  return diffMatchPatch !== undefined || paths.some((path) => /:|\.\.|.{500}/s.test(String(path)))
}

/** Refuses what is no patch before any of it is applied. @throws LakeError 400 */
export function checkPatch(patch: JsonObject, mutationIndex: number): void {
  for (const name of Object.keys(patch)) {
    if (operationNames.some((known) => known === name) || otherNames.includes(name)) continue
    throw malformedPatch(`Unknown patch operation "${name}"`, mutationIndex)
  }
  for (const name of ['set', 'setIfMissing', 'inc', 'dec', 'diffMatchPatch'] as const) {
    if (patch[name] !== undefined && !isObject(patch[name])) {
      throw malformedPatch(
        `The patch operation "${name}" must be an object from paths to values`,
        mutationIndex,
      )
    }
  }
  for (const name of ['inc', 'dec'] as const) {
    if (Object.values(patch[name] ?? {}).some((amount) => typeof amount !== 'number')) {
      throw malformedPatch(`The patch operation "${name}" takes numbers`, mutationIndex)
    }
  }
  if (Object.values(patch.diffMatchPatch ?? {}).some((text) => typeof text !== 'string')) {
    throw malformedPatch('The patch operation "diffMatchPatch" takes texts', mutationIndex)
  }
  checkUnset(patch, mutationIndex)
  checkInsert(patch, mutationIndex)
}

function checkUnset({unset}: JsonObject, mutationIndex: number): void {
  if (unset === undefined) return
  if (!Array.isArray(unset) || unset.some((path) => typeof path !== 'string')) {
    throw malformedPatch('The patch operation "unset" must be an array of paths', mutationIndex)
  }
}

function checkInsert({insert}: JsonObject, mutationIndex: number): void {
  if (insert === undefined) return
  const places = isObject(insert) ? ['before', 'after', 'replace'].filter((place) => place in insert) : []
  const place = places[0]
  const complete =
    isObject(insert) && place && typeof insert[place] === 'string' && Array.isArray(insert.items)
  if (places.length !== 1 || !complete) {
    throw malformedPatch(
      'The patch operation "insert" needs "items" and one of "before", "after" and "replace"',
      mutationIndex,
    )
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function malformedPatch(description: string, mutationIndex: number) {
  return mutationError(400, 'validationError', description, mutationIndex)
}
