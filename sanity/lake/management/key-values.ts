import {join} from 'node:path'
import {requireUser} from '../access/permissions.ts'
import {plainError} from '../errors.ts'
import {type Route, route} from '../http/router.ts'
import {readPrivateJson, replacePrivateJson} from '../private-file.ts'
import type {JsonObject, JsonValue} from '../types.ts'

type KeyValue = {key: string; value: JsonValue; updatedAt: string}

/** Characters of JSON for one person. The Studio keeps a few thousand, and the file is written anew each time. */
const mostKept = 1_000_000

/** What the Studio remembers about a person: sort orders, recent searches. */
export type KeyValues = {
  read(userId: string, keys?: string[]): KeyValue[]
  /** @throws LakeError 400 for more than can be kept; nothing has changed then. */
  write(userId: string, pairs: {key: string; value: JsonValue}[]): KeyValue[]
}

export function openKeyValues(dataFolder: string): KeyValues {
  const file = join(dataFolder, 'preferences.json')
  const stored = readPrivateJson(file)
  const users = new Map<string, Map<string, KeyValue>>()
  for (const [userId, pairs] of Object.entries(asObject(stored) ?? {})) {
    users.set(userId, new Map(parsePairs(pairs).map((pair) => [pair.key, pair])))
  }
  const of = (userId: string) => users.get(userId) ?? new Map<string, KeyValue>()

  return {
    read(userId, keys) {
      const pairs = [...of(userId).values()]
      return keys ? pairs.filter(({key}) => keys.includes(key)) : pairs
    },
    write(userId, pairs) {
      const updatedAt = new Date().toISOString()
      const written = pairs.map(({key, value}) => ({key, value, updatedAt}))
      const all = new Map(of(userId))
      for (const pair of written) all.set(pair.key, pair)
      if (JSON.stringify([...all.values()]).length > mostKept) {
        throw plainError(
          400,
          'Bad Request',
          `A person may have ${mostKept} characters of preferences at most`,
        )
      }
      users.set(userId, all)
      replacePrivateJson(file, Object.fromEntries([...users].map(([id, kept]) => [id, [...kept.values()]])))
      return written
    },
  }
}

export function keyValueRoutes(keyValues: KeyValues): Route[] {
  return [
    route('GET', '/users/me/keyvalue', ({identity}) => ({
      json: keyValues.read(requireUser(identity).userId),
    })),
    route('GET', '/users/me/keyvalue/:keys', ({identity, parameter}) => ({
      json: keyValues.read(requireUser(identity).userId, parameter('keys').split(',')),
    })),
    route('PUT', '/users/me/keyvalue', async ({identity, readJson}) => {
      const {userId} = requireUser(identity)
      const pairs = parsePairs(await readJson())
      if (pairs.length === 0) throw plainError(400, 'Bad Request', 'Send a list of {"key": …, "value": …}')
      return {json: keyValues.write(userId, pairs)}
    }),
  ]
}

function parsePairs(value: JsonValue | undefined): KeyValue[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry) => {
    const {key, value: kept, updatedAt} = asObject(entry) ?? {}
    if (typeof key !== 'string' || kept === undefined) return []
    return [{key, value: kept, updatedAt: typeof updatedAt === 'string' ? updatedAt : ''}]
  })
}

function asObject(value: JsonValue | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}
