import {
  createClient,
  type FilteredResponseQueryOptions,
  type QueryParams,
  type SanityClient,
} from '@sanity/client'
import {env} from '#lib/env.ts'
import {siteMetrics} from '#lib/metrics/site-metrics.ts'
import {requestId, requestIdHeader} from '#lib/request-context.ts'
import type {Unchecked} from './unchecked.ts'

export const apiVersion = '2025-02-19'

let made: SanityClient | null = null

/**
 * The site's client: reads with the token, on the server only. The embedded lake and the hosted one differ in
 * their address alone. The hosted CDN is left out: it may be seconds behind the webhook that says what changed.
 * What it asks carries the id of the request that it asks for.
 */
export function contentClient(): SanityClient {
  const client = sharedClient()
  const id = requestId()
  return id === null ? client : client.withConfig({headers: {[requestIdHeader]: id}})
}

function sharedClient(): SanityClient {
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

/**
 * A query whose answer's type is in `sanity.types.ts`, where its text is the key: so projections are written `as const`,
 * and a query that was changed is refused until `npm run typegen`.
 */
export type TypedQuery = keyof SanityQueries

/**
 * Asks Content Lake, with the site's client unless another is given. The answer's fields are those of the generated
 * type; their values are still to be checked (see `parse.ts`).
 * @throws Error also when something else was sent than an answer
 */
export async function fetchUnchecked<Query extends TypedQuery>(
  query: Query,
  params: QueryParams,
  options: FilteredResponseQueryOptions,
  client = contentClient(),
): Promise<Unchecked<SanityQueries[Query]>> {
  const {contentQueries, contentQuerySeconds} = siteMetrics()
  const began = performance.now()
  try {
    // Next.js would keep each answer on disk besides, for a quarter of an hour, and make the next build's pages from it.
    const uncached = {...options, cache: 'no-store'} as const
    const answer = await client.fetch<Unchecked<SanityQueries[Query]>>(query, params, uncached)
    // What stands between, such as a web server's page for maintenance, must not be taken for content that is gone.
    if (answer === undefined) throw new Error('what it sent holds no result.')
    contentQueries.count({outcome: 'answered'})
    return answer
  } catch (error) {
    contentQueries.count({outcome: 'failed'})
    throw error
  } finally {
    contentQuerySeconds.observe({}, (performance.now() - began) / 1000)
  }
}
