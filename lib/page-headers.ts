import type {SiteEnvironment} from './env.ts'
import {contentSecurityPolicy, type PageKind} from './page-policy.ts'

/** Sanity's own image server, which a hosted dataset's pictures come from. */
const sanityPictures = 'https://cdn.sanity.io'
/** One year, in seconds: what hstspreload.org and OWASP ask for at least. */
const strictTransportSeconds = 31_536_000

/** Where a browser finds which links it may fetch ahead: with this header a page needs no script for it. */
export const speculationRulesAddress = '/speculation-rules.json'

/** On HTTPS, that this site is never asked for without it: what every answer says, by header name. */
export function originHeaders({siteUrl}: Pick<SiteEnvironment, 'siteUrl'>): Record<string, string> {
  return siteUrl.startsWith('https://')
    ? {'Strict-Transport-Security': `max-age=${strictTransportSeconds}`}
    : {}
}

/** What every answer says that does not say otherwise, by header name: nothing runs, and nobody frames it. */
export const answerHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
}

/** What every page says to the browser about itself besides, by header name. */
export function pageHeaders(
  page: PageKind,
  {source}: Pick<SiteEnvironment, 'source'>,
): Record<string, string> {
  const pictureOrigin = source.kind === 'hosted' ? sanityPictures : null
  return {
    ...answerHeaders,
    'Content-Security-Policy': contentSecurityPolicy(page, pictureOrigin),
    ...(page.kind === 'static' ? {'Speculation-Rules': `"${speculationRulesAddress}"`} : {}),
  }
}
