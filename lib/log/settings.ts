import {type LogLevel, logLevels} from './entry.ts'

export type LogSettings = {
  /** `json` for programs, `text` for people. */
  format: 'json' | 'text'
  /** What is less than this is not written. */
  level: LogLevel
}

/**
 * Reads `LOG_FORMAT` and `LOG_LEVEL`.
 * @param text - a variable by its name; null when it is blank
 * @param isTerminal - whether people read along: they get lines of text, of what needs attention alone
 * @param problems - takes one sentence for each mistake
 */
export function parseLogSettings(
  text: (name: string) => string | null,
  isTerminal: boolean,
  problems: string[],
): LogSettings {
  const format = text('LOG_FORMAT') ?? (isTerminal ? 'text' : 'json')
  const level = text('LOG_LEVEL') ?? (format === 'text' ? 'warn' : 'info')
  if (!isFormat(format))
    problems.push(`LOG_FORMAT is “${format}”: use json (one line of JSON for each event) or text.`)
  if (!isLevel(level)) problems.push(`LOG_LEVEL is “${level}”: use debug, info, warn or error.`)
  return {format: isFormat(format) ? format : 'json', level: isLevel(level) ? level : 'info'}
}

const isFormat = (value: string): value is LogSettings['format'] => value === 'json' || value === 'text'

const isLevel = (value: string): value is LogLevel => logLevels.some((level) => level === value)
