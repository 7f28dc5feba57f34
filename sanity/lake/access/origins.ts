import type {IncomingHttpHeaders} from 'node:http'
import {type LakeError, plainError} from '../errors.ts'

/**
 * Keeps web pages of others away from the lake. A browser on this machine reaches loopback addresses on behalf
 * of any page, so each request has to show that it comes from the site itself, or from no browser at all.
 */
export type OriginPolicy = {
  /** @throws LakeError 403 with the reason in plain words. */
  check(headers: IncomingHttpHeaders, options: {isSignIn: boolean}): void
  isAllowed(origin: string): boolean
}

/** `allowedOrigins` are exact, such as `http://localhost:3000`. */
export function createOriginPolicy(allowedOrigins: readonly string[]): OriginPolicy {
  const allowed = new Set(allowedOrigins.map(normalizeOrigin))
  const isAllowed = (origin: string) => allowed.has(origin)
  return {
    isAllowed,
    check(headers, {isSignIn}) {
      for (const host of requestedHosts(headers)) {
        if (!isLoopbackHost(host)) throw refusal('asks for a host that is not this machine')
      }
      const {origin} = headers
      if (origin !== undefined) {
        if (!isAllowed(origin)) throw refusal('comes from a page of another origin')
        return
      }
      const isNavigation = headers['sec-fetch-mode'] === 'navigate'
      if (headers['sec-fetch-site'] === 'cross-site' && !(isSignIn && isNavigation)) {
        throw refusal('comes from a page of another site')
      }
    },
  }
}

/** `http://localhost:3000` from anything with that origin. @throws Error for something that is no address. */
export function normalizeOrigin(address: string): string {
  return new URL(address).origin
}

/**
 * Names that a browser resolves to this machine without asking anyone. Every other name could be pointed here
 * by its owner (DNS rebinding), whose page would then count as the same origin.
 */
export function isLoopbackHost(host: string): boolean {
  const name = /^(\[[0-9a-f:.]+\]|[^:/?#@\\\s]+)(:\d{1,5})?$/i.exec(host.trim())?.[1]?.toLowerCase()
  if (!name) return false
  return (
    name === 'localhost' ||
    name === '127.0.0.1' ||
    name === '[::1]' ||
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost$/.test(name)
  )
}

/** The host that the lake was asked for, and every host that a proxy in front of it was asked for. */
function requestedHosts(headers: IncomingHttpHeaders): string[] {
  const forwarded = headers['x-forwarded-host']
  const chain = Array.isArray(forwarded) ? forwarded.join(',') : forwarded
  return [headers.host ?? '', ...(chain === undefined ? [] : chain.split(','))]
}

function refusal(reason: string): LakeError {
  return plainError(
    403,
    'Forbidden',
    `This request ${reason}. The local Content Lake answers only the site that it belongs to, on this machine.`,
  )
}

/** The answer headers that let pages of an allowed origin read an answer. */
export function corsHeaders(policy: OriginPolicy, origin: string | undefined): {[name: string]: string} {
  if (origin === undefined || !policy.isAllowed(origin)) return {vary: 'Origin'}
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Content-Type, Content-Length, ETag, X-Request-Id, X-Sanity-Shard',
  }
}

/** What a preflight from an allowed origin is told on top. */
export function preflightHeaders(requestedHeaders: string | undefined): {[name: string]: string} {
  return {
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': requestedHeaders ?? 'Authorization, Content-Type',
    'access-control-max-age': '600',
  }
}
