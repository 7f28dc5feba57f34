import type {SiteEnvironment} from './env.ts'
import {contentSecurityPolicy, type PageKind} from './page-policy.ts'

/** Sanity's own image server, which a hosted dataset's pictures come from. */
const sanityPictures = 'https://cdn.sanity.io'
/** One year, in seconds: what hstspreload.org and OWASP ask for at least. */
const strictTransportSeconds = 31_536_000

/** Where a browser finds which links it may fetch ahead: with this header a page needs no script for it. */
export const speculationRulesAddress = '/speculation-rules.json'

/** What every answer says, by header name: on HTTPS, that this site is never asked for without it. */
export function originHeaders({siteUrl}: Pick<SiteEnvironment, 'siteUrl'>): Record<string, string> {
  return siteUrl.startsWith('https://')
    ? {'Strict-Transport-Security': `max-age=${strictTransportSeconds}`}
    : {}
}

/** What every page says to the browser about itself besides, by header name. */
export function pageHeaders(
  page: PageKind,
  {source}: Pick<SiteEnvironment, 'source'>,
): Record<string, string> {
  const pictureOrigin = source.kind === 'hosted' ? sanityPictures : null
  return {
    'Content-Security-Policy': contentSecurityPolicy(page, pictureOrigin),
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(page.kind === 'static' ? {'Speculation-Rules': `"${speculationRulesAddress}"`} : {}),
  }
}
