import {env} from '#lib/env.ts'
import {requestId, requestIdHeader} from '#lib/request-context.ts'

/** Prometheus gives up after ten seconds. */
const patienceMs = 2_000

/** What the embedded lake counted; nothing with a hosted one, which Sanity watches over, or when it does not answer. */
export async function readLakeMetrics(): Promise<string> {
  const {source, readToken} = env()
  if (source.kind === 'hosted') return ''
  const id = requestId()
  try {
    const answer = await fetch(`${source.lakeUrl}/metrics`, {
      headers: {authorization: `Bearer ${readToken}`, ...(id === null ? {} : {[requestIdHeader]: id})},
      signal: AbortSignal.timeout(patienceMs),
    })
    return answer.ok ? await answer.text() : ''
  } catch {
    return ''
  }
}
