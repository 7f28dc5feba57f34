import {cookies} from 'next/headers'
import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {env} from '#lib/env.ts'

/** Next.js's cookie of the draft mode, and next-sanity's of the perspective. */
const names = [draftModeCookie, 'sanity-preview-perspective']

/**
 * Narrows the cookies that next-sanity has just set. It lets pages of any site send them, for a Studio that is
 * elsewhere; here the Studio is on the same origin. And it asks for HTTPS, which a local site does not have.
 */
export async function keepPreviewOnThisSite(): Promise<void> {
  const store = await cookies()
  const secure = env().siteUrl.startsWith('https://')
  for (const name of names) {
    const value = store.get(name)?.value
    if (value) store.set({name, value, httpOnly: true, path: '/', secure, sameSite: 'lax'})
  }
}
