import type {JsonObject, JsonValue} from '../types.ts'

/** What a query answered, as JSON. groq-js types its results as unknown; what it holds is JSON by then. */
export function asJson(value: unknown): JsonValue {
  return isJson(value) ? value : null
}

export function isJson(value: unknown): value is JsonValue {
  if (value === null) return true
  return ['boolean', 'number', 'string', 'object'].includes(typeof value)
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
