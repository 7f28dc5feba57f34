import {plainError} from '../errors.ts'
import type {Identity} from '../types.ts'
import type {Secrets} from './secrets.ts'
import {hashOf, type Sessions} from './sessions.ts'
import {identityOf, type LakeUser, readingRobot, writingRobot} from './users.ts'

/** Knows everyone who may ask, and tells who asks from the token that they send. */
export type Identities = {
  users: readonly LakeUser[]
  user(id: string): LakeUser | null
  /** Null is somebody without a token. @throws LakeError 401 for a token that is unknown or too old. */
  identify(token: string | null): Identity
}

export function createIdentities(options: {
  secrets: Secrets
  sessions: Sessions
  people: readonly LakeUser[]
}): Identities {
  const users = [...options.people, readingRobot, writingRobot]
  const byId = new Map(users.map((user) => [user.id, user]))
  const robots = new Map([
    [hashOf(options.secrets.readToken), readingRobot],
    [hashOf(options.secrets.writeToken), writingRobot],
  ])

  return {
    users,
    user: (id) => byId.get(id) ?? null,
    identify(token) {
      if (token === null) return {kind: 'anonymous'}
      const robot = robots.get(hashOf(token))
      if (robot) return identityOf(robot)
      const session = options.sessions.find(token)
      if (session.state === 'expired') throw sessionError('Session expired', 'SIO-401-AEX')
      const user = session.state === 'valid' ? byId.get(session.userId) : undefined
      if (!user) throw sessionError('Session not found', 'SIO-401-ANF')
      return identityOf(user)
    },
  }
}

/** The codes by which the Studio knows that it has to ask for a new sign-in. */
function sessionError(message: string, errorCode: string) {
  return plainError(401, 'Unauthorized', message, errorCode)
}

/** The token of an `Authorization` header. @throws LakeError 401 for another scheme than Bearer. */
export function bearerToken(authorization: string | undefined): string | null {
  if (authorization === undefined || authorization === '') return null
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (!token) throw plainError(401, 'Unauthorized', 'The Authorization header must read "Bearer <token>"')
  return token
}
