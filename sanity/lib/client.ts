import {createClient, type SanityClient} from '@sanity/client'
import {env} from '#lib/env.ts'

export const apiVersion = '2025-02-19'

let made: SanityClient | null = null

/**
 * The site's client: reads with the token, on the server only. The embedded lake and the hosted one differ in
 * their address alone. The hosted CDN is left out: it may be seconds behind the webhook that says what changed.
 */
export function contentClient(): SanityClient {
  if (made) return made
  const {source, readToken} = env()
  made = createClient({
    projectId: source.projectId,
    dataset: source.dataset,
    apiVersion,
    token: readToken,
    useCdn: false,
    perspective: 'published',
    timeout: 10_000,
    maxRetries: 1,
    stega: {studioUrl: '/studio'},
    ...(source.kind === 'local' ? {apiHost: source.lakeUrl, useProjectHostname: false} : {}),
  })
  return made
}
