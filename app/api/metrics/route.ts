import {env} from '#lib/env.ts'
import {metricsAccess} from '#lib/metrics/access.ts'
import {metricsContentType} from '#lib/metrics/registry.ts'
import {siteMetrics} from '#lib/metrics/site-metrics.ts'
import {readLakeMetrics} from '#sanity/lib/lake-metrics.ts'
import {isFromThisMachine} from '#sanity/lib/requests/from-this-machine.ts'

const noStore = {'Cache-Control': 'no-store'}

/** What this process counted since it started, and what the embedded lake did, in the text format of Prometheus. */
export async function GET({headers}: Request): Promise<Response> {
  const {metricsToken: token, siteUrl} = env()
  const asked = {
    authorization: headers.get('authorization'),
    isFromThisMachine: isFromThisMachine(headers),
  }
  const access = metricsAccess(asked, {token, siteUrl})
  if (access === 404) return new Response('Not found', {status: 404, headers: noStore})
  if (access === 401)
    return new Response('A token is needed.', {
      status: 401,
      headers: {...noStore, 'WWW-Authenticate': 'Bearer'},
    })
  const text = siteMetrics().registry.text() + (await readLakeMetrics())
  return new Response(text, {headers: {...noStore, 'Content-Type': metricsContentType}})
}
