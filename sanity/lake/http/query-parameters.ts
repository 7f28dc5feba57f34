import {plainError} from '../errors.ts'
import type {JsonObject, JsonValue, Perspective} from '../types.ts'
import {isAtLeast} from './exchange.ts'

/** The parameters of a GROQ query: `$name` holds JSON. @throws LakeError 400 */
export function parseQueryParameters(query: URLSearchParams): JsonObject {
  const parameters: JsonObject = {}
  for (const [name, text] of query) {
    if (!name.startsWith('$')) continue
    parameters[name.slice(1)] = parseJson(name, text)
  }
  return parameters
}

function parseJson(name: string, text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch {
    throw plainError(400, 'Bad Request', `The value of the parameter "${name}" is not valid JSON`)
  }
}

/** Which documents a query sees. Without being told: all of them before 2025-02-19, the published ones since. */
export function parsePerspective(value: string | null, version: string): Perspective {
  if (value === null || value === '') return isAtLeast(version, '2025-02-19') ? 'published' : 'raw'
  if (value === 'raw' || value === 'published' || value === 'drafts') return value
  if (value === 'previewDrafts') return 'drafts'
  const stack = value.split(',').map((name) => name.trim())
  if (stack.includes('raw') && stack.length > 1) {
    throw plainError(400, 'Bad Request', 'The perspective "raw" cannot be combined with others')
  }
  return stack
}
