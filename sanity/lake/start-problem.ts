/**
 * Why the lake cannot start, in words for the person at the terminal.
 * The message names the thing and ends with the remedy; no stack trace helps them.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** The code of a Node.js system error, such as `EACCES`, or undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
