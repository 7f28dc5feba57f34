import {RegisterProblem} from '#lib/register/problem.ts'

/** What went wrong, in words for staff that say what to do. Programs’ own words come last, for whoever is asked. */
export function problemInWords(error: unknown): string {
  if (error instanceof RegisterProblem) return error.message
  if (isNamed(error, 'NotReadableError') || isNamed(error, 'NotFoundError')) {
    return 'The file was moved or changed while it was read. Nothing was written. Choose it again.'
  }
  const words = error instanceof Error ? error.message : String(error)
  if (isWithoutAnswer(error)) {
    return `Content Lake does not answer, so nothing was written. Look whether the site runs and you are connected, and try again. (${words})`
  }
  return `Something went wrong, and nothing was written. Try again. (${words})`
}

function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name
}

/** Neither read nor refused: the request failed on its way, or Content Lake itself did. */
function isWithoutAnswer(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('statusCode' in error) return typeof error.statusCode === 'number' && error.statusCode >= 500
  return 'isNetworkError' in error || 'request' in error || error instanceof TypeError
}
