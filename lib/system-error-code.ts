/** The code of a system error, such as `EACCES`; null for anything else. */
export function systemErrorCode(error: unknown): string | null {
  // Not by instanceof: an error of Node's own may come from another realm than the code that looks at it.
  const isObject = typeof error === 'object' && error !== null
  return isObject && 'code' in error && typeof error.code === 'string' ? error.code : null
}
