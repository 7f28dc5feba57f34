import type {JsonObject, JsonValue} from '../types.ts'

/**
 * What publishing does to references that were made to documents not published yet: the mark
 * `_strengthenOnPublish` goes, and with it `_weak`, unless the schema says that the reference is weak anyway.
 * As in Sanity's own `strengthenOnPublish` of `sanity/core/store/document`.
 */
export function strengthenReferences(object: JsonObject): JsonObject {
  return strengthenObject(object)
}

function strengthen(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(strengthen)
  return typeof value === 'object' && value !== null ? strengthenObject(value) : value
}

function strengthenObject(object: JsonObject): JsonObject {
  const entries = Object.entries(object).filter(([name]) => !isDropped(name, object))
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value === undefined ? value : strengthen(value)]),
  )
}

function isDropped(name: string, {_ref, _strengthenOnPublish: mark}: JsonObject): boolean {
  if (typeof _ref !== 'string' || typeof mark !== 'object' || mark === null) return false
  const staysWeak = !Array.isArray(mark) && mark.weak === true
  return name === '_strengthenOnPublish' || (name === '_weak' && !staysWeak)
}
