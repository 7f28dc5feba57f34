import {requestId} from '#lib/request-context.ts'
import {sharedState} from '#lib/shared-state.ts'
import {asJson, asText, type LogFields, type LogLevel, type LogPart, logLevels} from './entry.ts'
import {type LogSettings, parseLogSettings} from './settings.ts'

let settings: LogSettings | null = null

/** Mistakes are told by `parseEnvironment` and, in the lake, by nobody: logging goes on with what is usual. */
export function logSettings(): LogSettings {
  settings ??= parseLogSettings(
    (name) => process.env[name]?.trim() || null,
    process.stderr.isTTY === true,
    [],
  )
  return settings
}

type Counts = {[level in LogLevel]: number}

/** How many lines of each level this process had to say since it started, those that were not written too. */
export function logLineCounts(): Counts {
  return sharedState<Counts>(
    'log-lines',
    () => ({debug: 0, info: 0, warn: 0, error: 0}),
    (value): value is Counts => typeof value === 'object' && value !== null && 'debug' in value,
  )
}

/**
 * Writes one line to the log of the site or of the lake, on the standard error output. The sentence and the fields hold
 * no e-mail address, token, search words, internet address or words of a document; `without-personal-data.ts` takes out
 * what gets in all the same.
 */
function write(level: LogLevel, part: LogPart, message: string, fields: LogFields = {}): void {
  const {format, level: least} = logSettings()
  logLineCounts()[level] += 1
  if (logLevels.indexOf(level) < logLevels.indexOf(least)) return
  // Unlike the time of day, this clock may be read while a page is made ahead of its visitors.
  const time = performance.timeOrigin + performance.now()
  const entry = {time, level, part, message, request: requestId(), fields}
  process.stderr.write(`${format === 'json' ? asJson(entry) : asText(entry)}\n`)
}

export const log = {
  debug: (part: LogPart, message: string, fields?: LogFields) => write('debug', part, message, fields),
  info: (part: LogPart, message: string, fields?: LogFields) => write('info', part, message, fields),
  warn: (part: LogPart, message: string, fields?: LogFields) => write('warn', part, message, fields),
  error: (part: LogPart, message: string, fields?: LogFields) => write('error', part, message, fields),
}
