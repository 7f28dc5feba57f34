import {type LakeError, mutationError, plainError} from '../errors.ts'
import type {Identity, Mutation, Perspective} from '../types.ts'

type User = Extract<Identity, {kind: 'user'}>

/** @throws LakeError 401 for anonymous requests. */
export function requireUser(identity: Identity): User {
  if (identity.kind === 'user') return identity
  throw plainError(401, 'Unauthorized', 'This needs a token: send it as "Authorization: Bearer <token>"')
}

/**
 * For uploads and actions, which need a token before anything else.
 * @throws LakeError 401 for anonymous requests, 403 for those who may only read.
 */
export function requireWriter(identity: Identity, refusal = mutationError): User {
  const user = requireUser(identity)
  if (mayWrite(user)) return user
  throw lacksPermission(refusal, 'update')
}

/**
 * For mutations, which hosted Sanity refuses one by one: also an anonymous request is told which permission it lacks.
 * @throws LakeError 403
 */
export function requirePermissionFor(identity: Identity, mutations: readonly Mutation[]): User {
  if (identity.kind === 'user' && mayWrite(identity)) return identity
  const [kind = ''] = Object.keys(mutations[0] ?? {})
  throw lacksPermission(mutationError, kind.startsWith('create') ? 'create' : 'update')
}

function mayWrite({role}: User): boolean {
  return role !== 'viewer'
}

function lacksPermission(refusal: typeof mutationError, permission: 'create' | 'update'): LakeError {
  const description = `Insufficient permissions; permission "${permission}" required`
  return refusal(403, 'insufficientPermissionsError', description, 0, {permission})
}

/** @throws LakeError 401 for anonymous requests, 403 for everybody who may not manage the project. */
export function requireAdministrator(identity: Identity): User {
  const user = requireUser(identity)
  if (user.role === 'administrator') return user
  throw plainError(403, 'Forbidden', 'Only an administrator may do this')
}

/** Drafts and releases are for those who sign in. @throws LakeError 401 */
export function requirePerspective(identity: Identity, perspective: Perspective): void {
  const isOpen = perspective === 'published' || perspective === 'raw'
  if (!isOpen) requireUser(identity)
}
