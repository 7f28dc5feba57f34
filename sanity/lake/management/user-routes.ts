import type {Identities} from '../access/identities.ts'
import {requireUser} from '../access/permissions.ts'
import type {LakeUser} from '../access/users.ts'
import {plainError} from '../errors.ts'
import {type Route, route} from '../http/router.ts'
import type {JsonObject} from '../types.ts'
import {roleTitles} from './grants.ts'

export function userRoutes(identities: Identities, projectId: string): Route[] {
  return [
    // Somebody who is not signed in is nobody, which is no error: the Studio asks this first.
    route('GET', '/users/me', ({identity}) => {
      const user = identity.kind === 'user' ? identities.user(identity.userId) : null
      return {json: user ? currentUser(user) : {}}
    }),
    route('GET', '/users/:ids', ({identity, parameter}) => {
      const {userId} = requireUser(identity)
      const ids = parameter('ids').split(',')
      const found = ids.flatMap((id) => identities.user(id) ?? [])
      const profiles = found.map((user) => ({...profile(user, projectId), isCurrentUser: user.id === userId}))
      if (ids.length > 1) return {json: profiles}
      const [only] = profiles
      if (!only) throw plainError(404, 'Not Found', 'User not found')
      return {json: only}
    }),
  ]
}

function currentUser(user: LakeUser): JsonObject {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    profileImage: null,
    role: user.role,
    roles: [{name: user.role, ...roleTitles[user.role]}],
    provider: 'local',
  }
}

function profile(user: LakeUser, projectId: string): JsonObject {
  return {
    id: user.id,
    sanityUserId: user.id,
    projectId,
    displayName: user.name,
    givenName: user.name,
    middleName: null,
    familyName: '',
    email: user.email,
    imageUrl: null,
    isRobot: user.isRobot,
    loginProvider: 'local',
  }
}
