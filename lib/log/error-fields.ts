import type {LogFields} from './entry.ts'

/** What Next.js calls an error by, whose words it does not tell the browser. */
function digestOf(error: Error): string | null {
  return 'digest' in error && typeof error.digest === 'string' ? error.digest : null
}

/** The kind of an error and where it was thrown. Its message may quote content, and is left out. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return {error: typeof error}
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  const digest = digestOf(error)
  return {
    error: error.name,
    ...(frame === undefined ? {} : {at: frame.trim().replace(/^at /, '')}),
    ...(digest === null ? {} : {digest}),
  }
}
