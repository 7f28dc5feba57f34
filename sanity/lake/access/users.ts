import type {Identity} from '../types.ts'

export type Role = Extract<Identity, {kind: 'user'}>['role']

/** A person or a token as the Studio shows the author of a change. */
export type LakeUser = {
  id: string
  name: string
  email: string
  role: Role
  /** Tokens are robots: nobody signs in as one. */
  isRobot: boolean
}

/** Whoever opens the Studio on the machine that runs it. */
export const localEditor: LakeUser = {
  id: 'local-editor',
  name: 'Local editor',
  email: 'editor@trust.example',
  role: 'administrator',
  isRobot: false,
}

export const readingRobot: LakeUser = {
  id: 'local-reader',
  name: 'Read token',
  email: '',
  role: 'viewer',
  isRobot: true,
}

export const writingRobot: LakeUser = {
  id: 'local-writer',
  name: 'Write token',
  email: '',
  role: 'administrator',
  isRobot: true,
}

export function identityOf(user: LakeUser): Identity {
  return {kind: 'user', userId: user.id, role: user.role}
}
