import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {readPrivateJson, replacePrivateJson} from '../private-file.ts'
import type {JsonObject, JsonValue} from '../types.ts'
import {makeToken} from './secrets.ts'

const minute = 60_000
const day = 24 * 60 * minute
const codeLifetime = minute
const sessionLifetime = 30 * day

/** Only the hash of a token is kept, so that the file signs nobody in. */
type Session = {tokenHash: string; userId: string; expires: number}

export type SessionLookup =
  | {state: 'valid'; userId: string; expires: number}
  | {state: 'expired'}
  | {state: 'unknown'}

/** The sign-ins of editors. They outlast a restart of the lake. */
export type Sessions = {
  /** A code to be exchanged once, within a minute, for a session. */
  issueCode(userId: string): string
  /** The token of a new session, or null for a code that is used, too old or unknown. */
  exchangeCode(code: string): string | null
  find(token: string): SessionLookup
  end(token: string): void
}

/** Opens the sessions of a data folder. `now` gives milliseconds since 1970. */
export function openSessions(dataFolder: string, now: () => number = Date.now): Sessions {
  const file = join(dataFolder, 'sessions.json')
  const sessions = new Map<string, Session>()
  for (const session of parseSessions(readPrivateJson(file))) sessions.set(session.tokenHash, session)
  const codes = new Map<string, {userId: string; expires: number}>()

  function save() {
    // An expired session is kept as long again, so that the Studio can say "expired" instead of "unknown".
    for (const [hash, session] of sessions) {
      if (session.expires + sessionLifetime < now()) sessions.delete(hash)
    }
    replacePrivateJson(file, [...sessions.values()])
  }

  return {
    issueCode(userId) {
      for (const [code, {expires}] of codes) if (expires < now()) codes.delete(code)
      const code = makeToken()
      codes.set(code, {userId, expires: now() + codeLifetime})
      return code
    },
    exchangeCode(code) {
      const issued = codes.get(code)
      codes.delete(code)
      if (!issued || issued.expires < now()) return null
      const token = makeToken()
      const tokenHash = hashOf(token)
      sessions.set(tokenHash, {tokenHash, userId: issued.userId, expires: now() + sessionLifetime})
      save()
      return token
    },
    find(token) {
      const session = sessions.get(hashOf(token))
      if (!session) return {state: 'unknown'}
      if (session.expires < now()) return {state: 'expired'}
      return {state: 'valid', userId: session.userId, expires: session.expires}
    },
    end(token) {
      if (sessions.delete(hashOf(token))) save()
    },
  }
}

/** Tokens are compared by their hashes, which leaves nothing to measure about the token itself. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function parseSessions(stored: JsonValue | undefined): Session[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return []
    const {tokenHash, userId, expires}: JsonObject = entry
    const isSession =
      typeof tokenHash === 'string' && typeof userId === 'string' && typeof expires === 'number'
    return isSession ? [{tokenHash, userId, expires}] : []
  })
}
