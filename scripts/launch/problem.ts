/** Something that stops the start, in words that name it and the remedy. Shown alone, without a stack. */
export class LaunchProblem extends Error {}

/** The code of a system error, such as `EACCES`, or null. */
export function systemErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
