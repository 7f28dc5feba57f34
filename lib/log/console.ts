import {stripVTControlCharacters} from 'node:util'
import {errorFields} from './error-fields.ts'
import {log} from './log.ts'

/**
 * Lets what Next.js and other packages print as errors and warnings go through the log: as one line each, without the
 * words of an error, which may quote what somebody wrote. To be called once, when the process starts.
 * @returns ends it
 */
export function takeOverConsole(): () => void {
  const {error, warn} = console
  console.error = (...said: unknown[]) => log.error('console', ...inOneLine(said))
  console.warn = (...said: unknown[]) => log.warn('console', ...inOneLine(said))
  return () => Object.assign(console, {error, warn})
}

/** The signs that Next.js puts before a line. */
const ornament = /[⨯⚠]/g

function inOneLine(said: unknown[]): [message: string, fields: ReturnType<typeof errorFields> | undefined] {
  const failed = said.find((part) => part instanceof Error)
  const words = said.filter((part) => typeof part === 'string').join(' ')
  const message = stripVTControlCharacters(words).replaceAll(ornament, '').replaceAll(/\s+/g, ' ').trim()
  // Where there is an error, what stands before it may be its stack, which begins with its message.
  if (failed !== undefined) return ['An error was reported.', errorFields(failed)]
  return [message === '' ? 'Something was printed that is no text.' : message, undefined]
}
