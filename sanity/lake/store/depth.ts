import {mutationError} from '../errors.ts'
import type {JsonValue} from '../types.ts'

/** Sanity documents may nest 20 levels; this allows for more, and keeps every walk over a document bounded. */
const deepestAllowed = 100

/**
 * Refuses what is nested so deeply that walking over it could exhaust the stack, which would stop the lake
 * when it next reads the document.
 *
 * @throws LakeError 400
 */
export function checkDepth(value: unknown, mutationIndex: number): void {
  if (!isDeeperThan(deepestAllowed, value)) return
  throw mutationError(
    400,
    'validationError',
    `A document may not be nested more than ${deepestAllowed} levels deep`,
    mutationIndex,
  )
}

/** Whether any branch of a value goes further down than so many levels. It does not look deeper itself. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  const parts: JsonValue[] = Array.isArray(value) ? value : Object.values(value)
  return parts.some((part) => isDeeperThan(levels - 1, part))
}
