import {plainError, typedError} from '../errors.ts'
import type {Identity, Perspective} from '../types.ts'

type User = Extract<Identity, {kind: 'user'}>

/** @throws LakeError 401 for anonymous requests. */
export function requireUser(identity: Identity): User {
  if (identity.kind === 'user') return identity
  throw plainError(401, 'Unauthorized', 'This needs a token: send it as "Authorization: Bearer <token>"')
}

/** @throws LakeError 401 for anonymous requests, 403 for those who may only read. */
export function requireWriter(identity: Identity): User {
  const user = requireUser(identity)
  if (user.role !== 'viewer') return user
  const description = 'Insufficient permissions; permission "update" required'
  const items = [{index: 0, error: {type: 'insufficientPermissionsError', description, permission: 'update'}}]
  throw typedError(403, 'mutationError', `The mutation(s) failed: ${description}`, {items})
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
