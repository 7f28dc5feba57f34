/**
 * Kinds of addresses of the site, for counting and logging: an address itself may hold what somebody typed, and there
 * is no end to them.
 */
export const routeKinds = [
  'home',
  'page',
  'schools',
  'school',
  'talk',
  'find',
  'search',
  'evidence',
  'share',
  'review',
  'for-robots',
  'revalidate',
  'sign-off',
  'draft-mode',
  'health',
  'metrics',
  'studio',
  'lake',
  'asset',
  'other',
] as const

export type RouteKind = (typeof routeKinds)[number]

/** The first that matches counts. */
const patterns: readonly [RegExp, RouteKind][] = [
  [/^\/$/, 'home'],
  [/^\/schools$/, 'schools'],
  [/^\/schools\/find(\/|$)/, 'find'],
  [/^\/schools\/[^/]+\/talk(\/|$)/, 'talk'],
  [/^\/schools\/[^/]+$/, 'school'],
  [/^\/search(\/|$)/, 'search'],
  [/^\/evidence(\.json|\.csv)?$/, 'evidence'],
  [/^\/share\//, 'share'],
  [/^\/review(\/|$)/, 'review'],
  [/^\/(robots\.txt|sitemap\.xml|manifest\.webmanifest|speculation-rules\.json|favicon\.ico)$/, 'for-robots'],
  [/^\/api\/revalidate$/, 'revalidate'],
  [/^\/api\/sign-off$/, 'sign-off'],
  [/^\/api\/draft-mode\//, 'draft-mode'],
  [/^\/api\/health(\/|$)/, 'health'],
  [/^\/api\/metrics$/, 'metrics'],
  [/^\/studio(\/|$)/, 'studio'],
  [/^\/lake\//, 'lake'],
  [/^\/_next\//, 'asset'],
  [/^\/(api|outbox|component-gallery)(\/|$)/, 'other'],
  [/^\/[^.]+$/, 'page'],
]

/** @param path - as it stands in the request, without its query, e.g. `/schools/elm` */
export function routeKind(path: string): RouteKind {
  return patterns.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'
}
