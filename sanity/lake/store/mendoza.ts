import {isDeepStrictEqual} from 'node:util'
import type {JsonObject, JsonValue, LakeDocument} from '../types.ts'

/** A program for Mendoza's stack machine: opcodes and their operands, https://github.com/sanity-io/mendoza */
export type MendozaPatch = JsonValue[]

/** What a transaction did to one document, and how to take it back. */
export type MendozaEffect = {apply: MendozaPatch; revert: MendozaPatch}

/** The opcodes used here, numbered as the decoder of the package `mendoza` numbers them. */
const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  pushElementBlank: 13,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  setFieldValue: 17,
  deleteField: 19,
  appendValue: 20,
  appendSlice: 21,
} as const

/**
 * The effect of a change, as listeners and the transaction log pass it on.
 *
 * Computed without `_rev`, since the Studio leaves it out before it applies a patch, and fields are addressed
 * by their position. A deletion is exactly `[0, null]`: that is how the Studio recognises one.
 */
export function mendozaEffect(before: LakeDocument | null, after: LakeDocument | null): MendozaEffect {
  const left = withoutRevision(before)
  const right = withoutRevision(after)
  return {apply: patchBetween(left, right), revert: patchBetween(right, left)}
}

function withoutRevision(document: LakeDocument | null): JsonObject | null {
  if (document === null) return null
  const {_rev: _, ...rest} = document
  return rest
}

function patchBetween(left: JsonObject | null, right: JsonObject | null): MendozaPatch {
  if (left === null || right === null) return [op.value, right]
  return objectPatch(left, right)
}

/** Keeps equal fields, goes into changed objects and arrays, and sets everything else whole. */
function objectPatch(left: JsonObject, right: JsonObject): MendozaPatch {
  const patch: MendozaPatch = []
  // The decoder finds a field by its position among the sorted names.
  const names = definedNames(left).sort()
  names.forEach((name, position) => {
    // Only its own: a document may have a field called `constructor`.
    const value = Object.hasOwn(right, name) ? right[name] : undefined
    if (value === undefined) patch.push(op.deleteField, position)
    else patch.push(...fieldPatch(name, position, left[name] ?? null, value))
  })
  const known = new Set(names)
  for (const name of definedNames(right)) {
    if (!known.has(name)) patch.push(op.setFieldValue, right[name] ?? null, name)
  }
  return patch
}

function definedNames(object: JsonObject): string[] {
  return Object.keys(object).filter((name) => object[name] !== undefined)
}

function fieldPatch(name: string, position: number, left: JsonValue, right: JsonValue): MendozaPatch {
  if (isDeepStrictEqual(left, right)) return []
  if (isObject(left) && isObject(right)) {
    return [op.pushFieldCopy, position, ...objectPatch(left, right), op.returnIntoObjectSameKeyPop]
  }
  const elements = Array.isArray(left) && Array.isArray(right) ? arrayPatch(left, right) : null
  if (elements) return [op.pushFieldBlank, position, ...elements, op.returnIntoObjectSameKeyPop]
  return [op.setFieldValue, right, name]
}

/** Builds `right` from pieces of `left`; null when none of `left` is of use and the array is better sent whole. */
function arrayPatch(left: JsonValue[], right: JsonValue[]): MendozaPatch | null {
  const positions = positionsByKey(left)
  const patch: MendozaPatch = []
  let reused = false
  for (let index = 0; index < right.length; ) {
    const slice = equalSlice(left, right, index, positions)
    if (slice.end > slice.start) {
      patch.push(op.appendSlice, slice.start, slice.end)
      index += slice.end - slice.start
      reused = true
      continue
    }
    const element = elementPatch(left[slice.start], slice.start, right[index] ?? null)
    patch.push(...element)
    reused ||= element[0] !== op.appendValue
    index += 1
  }
  return reused ? patch : null
}

/** The longest run of `left`, from where the element at `index` of `right` was, that is equal there. */
function equalSlice(left: JsonValue[], right: JsonValue[], index: number, positions: Map<string, number>) {
  const key = keyOf(right[index])
  const start = key === undefined ? index : (positions.get(key) ?? -1)
  let end = start
  while (start >= 0 && end < left.length && index + end - start < right.length) {
    if (!isDeepStrictEqual(left[end], right[index + end - start])) break
    end += 1
  }
  return {start, end}
}

function elementPatch(left: JsonValue | undefined, position: number, right: JsonValue): MendozaPatch {
  if (isObject(left) && isObject(right) && keyOf(left) === keyOf(right)) {
    return [op.pushElementCopy, position, ...objectPatch(left, right), op.returnIntoArrayPop]
  }
  const elements = Array.isArray(left) && Array.isArray(right) ? arrayPatch(left, right) : null
  if (elements) return [op.pushElementBlank, position, ...elements, op.returnIntoArrayPop]
  return [op.appendValue, right]
}

function positionsByKey(array: JsonValue[]): Map<string, number> {
  const positions = new Map<string, number>()
  array.forEach((element, position) => {
    const key = keyOf(element)
    if (key !== undefined && !positions.has(key)) positions.set(key, position)
  })
  return positions
}

function keyOf(value: JsonValue | undefined): string | undefined {
  return isObject(value) && typeof value._key === 'string' ? value._key : undefined
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
