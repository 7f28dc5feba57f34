import {ClientError, type SanityClient} from '@sanity/client'
import {isMailAddress} from '#lib/mail/address.ts'
import {isObject} from '#lib/sign-off/json.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {SignOffRefusal, type Staff} from './around.ts'

/** Roles of a Sanity project that may publish without an agreement. */
const overridingRoles = ['administrator']

/**
 * Who asks, by their own token: Content Lake says who it is, and whether that person may change the document.
 * @param authorization - the header `Authorization` of the Studio's request
 * @param subject - null where nothing is to be changed
 * @param client - of the site; only its address is used
 * @throws SignOffRefusal 403 for everybody who may not write
 */
export async function staffOf(
  authorization: string | null,
  subject: Subject | null,
  client: SanityClient,
): Promise<{staff: Staff; client: SanityClient}> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  if (token === undefined) throw new SignOffRefusal(403, 'Sign in to the Studio first.')
  const own = client.withConfig({token, useCdn: false, perspective: 'raw', stega: false})
  try {
    const user: unknown = await own.request({uri: '/users/me', tag: 'sign-off.staff'})
    if (subject !== null) await requireWriting(own, subject)
    const staff = staffFrom(user)
    if (staff !== null) return {staff, client: own}
  } catch (error) {
    if (!(error instanceof ClientError)) throw error
  }
  throw new SignOffRefusal(403, 'You may not change this document. Ask whoever looks after the Studio.')
}

/** Writes nothing: the lake says whether it would. @throws ClientError when this person may not */
async function requireWriting(own: SanityClient, {id, type}: Subject): Promise<void> {
  await own.mutate([{createIfNotExists: {_id: `drafts.${id}`, _type: type}}], {
    dryRun: true,
    tag: 'sign-off.staff',
  })
}

function staffFrom(user: unknown): Staff | null {
  if (!isObject(user) || typeof user.id !== 'string' || user.id === '') return null
  const roles = [user.role, ...(Array.isArray(user.roles) ? user.roles : [])].map((role) =>
    isObject(role) ? role.name : role,
  )
  // Somebody who has an account with Sanity and no part in the project has no role in it.
  if (!roles.some((role) => typeof role === 'string' && role !== '')) return null
  return {
    id: user.id,
    name: typeof user.name === 'string' && user.name !== '' ? user.name : 'A member of staff',
    email: typeof user.email === 'string' && isMailAddress(user.email) ? user.email : '',
    mayOverride: roles.some((role) => typeof role === 'string' && overridingRoles.includes(role)),
  }
}
