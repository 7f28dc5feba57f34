/**
 * Content Lake answered, but refused the site's token: a matter of configuration, not of content.
 * No error here keeps its cause: the client's holds the request with its token, and Next.js logs causes whole.
 */
export class ContentUnreadableError extends Error {
  /** 401 or 403 */
  readonly status: number

  constructor(status: number) {
    super(
      `Content Lake refused the site's read token (status ${status}): check SANITY_API_READ_TOKEN and its rights on the dataset.`,
    )
    this.name = 'ContentUnreadableError'
    this.status = status
  }
}

/** Content Lake did not answer, or answered with a fault of its own. Pages that exist stay as they are. */
export class ContentLakeDownError extends Error {
  constructor(cause: unknown) {
    super(`Content Lake did not answer: ${cause instanceof Error ? cause.message : String(cause)}`)
    this.name = 'ContentLakeDownError'
  }
}

/** Tells a refused token from an outage. */
export function classifyReadError(error: unknown): ContentUnreadableError | ContentLakeDownError {
  const status = statusOf(error)
  if (status === 401 || status === 403) return new ContentUnreadableError(status)
  return new ContentLakeDownError(error)
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null
  return typeof error.statusCode === 'number' ? error.statusCode : null
}
