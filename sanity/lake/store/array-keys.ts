import type {JsonObject, JsonValue, Mutation, PatchOperations} from '../types.ts'
import {generateId} from './document-id.ts'

/** The mutation with a `_key` in every object of an array that had none, as `autoGenerateArrayKeys` asks. */
export function withArrayKeys(mutation: Mutation): Mutation {
  if ('create' in mutation) return {create: {...mutation.create, ...keyedObject(mutation.create)}}
  if ('createOrReplace' in mutation) {
    return {createOrReplace: {...mutation.createOrReplace, ...keyedObject(mutation.createOrReplace)}}
  }
  if ('createIfNotExists' in mutation) {
    return {createIfNotExists: {...mutation.createIfNotExists, ...keyedObject(mutation.createIfNotExists)}}
  }
  if ('patch' in mutation) return {patch: {...mutation.patch, ...keyedOperations(mutation.patch)}}
  return mutation
}

function keyedOperations({set, setIfMissing, insert}: PatchOperations): PatchOperations {
  return {
    ...(set && {set: keyedObject(set)}),
    ...(setIfMissing && {setIfMissing: keyedObject(setIfMissing)}),
    ...(insert && {insert: {...insert, items: insert.items.map(keyedItem)}}),
  }
}

function keyed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(keyedItem)
  return typeof value === 'object' && value !== null ? keyedObject(value) : value
}

function keyedObject(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, value === undefined ? value : keyed(value)]),
  )
}

function keyedItem(item: JsonValue): JsonValue {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return keyed(item)
  const {_key, ...rest} = item
  return {_key: typeof _key === 'string' && _key !== '' ? _key : generateId(12), ...keyedObject(rest)}
}
