/** Kinds of addresses of the lake, for counting and logging: an address itself holds ids and words of queries. */
export const lakeRouteKinds = [
  'query',
  'mutate',
  'actions',
  'doc',
  'export',
  'listen',
  'live',
  'history',
  'upload',
  'asset',
  'sign-in',
  'health',
  'metrics',
  'backup',
  'other',
] as const

export type LakeRouteKind = (typeof lakeRouteKinds)[number]

const patterns: readonly [RegExp, LakeRouteKind][] = [
  [/^\/data\/(query|mutate|actions|doc|export|listen|live|history)\//, 'other'],
  [/^\/assets\//, 'upload'],
  [/^\/(images|files)\//, 'asset'],
  [/^\/auth\//, 'sign-in'],
  [/^\/(health|metrics|backup)$/, 'other'],
]

/** @param path - without version and query, e.g. `/data/query/production` */
export function lakeRouteKind(path: string): LakeRouteKind {
  for (const [pattern, kind] of patterns) {
    const found = pattern.exec(path)
    // Where the address says itself what it is for.
    if (found !== null) return lakeRouteKinds.find((named) => named === found[1]) ?? kind
  }
  return 'other'
}
