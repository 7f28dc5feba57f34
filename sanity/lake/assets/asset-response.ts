export type AssetResponse = {status: number; headers: Record<string, string>; body: Buffer | null}

/**
 * Assets share the site's origin, so a browser must never run one: no script, no guessing of types. A drawing may
 * style itself and embed pictures.
 */
const safety = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
}

/** A refusal in plain text, as hosted Sanity's image service words them. */
export function refusal(status: 400 | 404, message: string): AssetResponse {
  return {
    status,
    headers: {...safety, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store'},
    body: Buffer.from(message),
  }
}

type Answer = {
  /** Names exactly these bytes; without quotation marks. */
  etag: string
  mimeType: string
  /** The answer depends on the `Accept` header. */
  variesByAccept?: boolean
  /** Makes the browser save the file, under this name. */
  downloadAs?: string
  more?: Record<string, string>
}

/** Headers of an asset. An address always means the same bytes, so it may be kept for a year. */
export function assetHeaders({
  etag,
  mimeType,
  variesByAccept,
  downloadAs,
  more,
}: Answer): Record<string, string> {
  return {
    ...safety,
    ...more,
    'Content-Type': mimeType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: `"${etag}"`,
    ...(variesByAccept ? {Vary: 'Accept'} : {}),
    ...(downloadAs === undefined ? {} : {'Content-Disposition': attachment(downloadAs)}),
  }
}

/** RFC 6266: a plain name for old clients and the full one, encoded, for all others. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Whether the browser has these bytes already, by its `If-None-Match` header. */
export function isUnchanged(etag: string, ifNoneMatch: string | undefined): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((tag) => ['*', `"${etag}"`].includes(tag.trim().replace(/^W\//, '')))
}
