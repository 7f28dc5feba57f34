import {permanentRedirect, redirect} from 'next/navigation'
import {findRedirect} from '#lib/redirect-target.ts'
import {getRedirects} from '#sanity/lib/content.ts'

/**
 * Sends the visitor on when the address has moved; comes back when it has not. Redirects are content: one that
 * is published works without a new build.
 */
export async function followRedirect(path: string): Promise<void> {
  const found = findRedirect(path, await getRedirects())
  if (found === null) return
  if (found.permanent) permanentRedirect(found.to)
  redirect(found.to)
}
