/** Something that stops a content command, in words that name it and the remedy. Shown alone, without a stack. */
export class ContentProblem extends Error {}

/** The innermost reason of an error, in one line. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('cause' in error && typeof error.cause === 'object' && error.cause !== null)
    return reasonOf(error.cause)
  return 'message' in error && error.message ? String(error.message).trim() : String(error)
}
