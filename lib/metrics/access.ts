import {createHash, timingSafeEqual} from 'node:crypto'
import {isLoopback} from '#lib/env.ts'

export type MetricsRequest = {
  /** The `Authorization` header; null for none. */
  authorization: string | null
  /** Whether a program of this machine asks by itself, and nobody passed its request on. */
  isFromThisMachine: boolean
}

/**
 * Whether the metrics may be shown. With a token: to whoever sends it. Without one: on this machine alone, and only of
 * a site that nobody reaches by another name: where a web server stands in front, each request comes from this machine,
 * and a setting that it lacks must not open what is closed.
 * @param token - METRICS_TOKEN; null when it is not set
 * @returns 401 asks for the token, 404 says that there is nothing
 */
export function metricsAccess(
  {authorization, isFromThisMachine}: MetricsRequest,
  {token, siteUrl}: {token: string | null; siteUrl: string},
): 'allowed' | 401 | 404 {
  if (token !== null) {
    const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    return given !== undefined && areEqual(given, token) ? 'allowed' : 401
  }
  const isOnlyHere = isLoopback(new URL(siteUrl).hostname.replace(/^\[(.*)\]$/, '$1'))
  return isOnlyHere && isFromThisMachine ? 'allowed' : 404
}

/** In constant time, whatever their lengths. */
function areEqual(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
