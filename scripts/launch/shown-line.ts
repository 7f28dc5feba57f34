import {asJson} from '#lib/log/entry.ts'
import {type LogSettings, parseLogSettings} from '#lib/log/settings.ts'

/** How the programs that the launcher starts write their log: for people on a terminal, else for programs. */
export function logFormatOfParts(environment: NodeJS.ProcessEnv): LogSettings['format'] {
  const text = (name: string) => environment[name]?.trim() || null
  return parseLogSettings(text, process.stdout.isTTY === true, []).format
}

/** What is shown of a line that a program prints; for programs, one that it did not write as JSON is made so. */
export function shownLine(name: string, line: string, format: LogSettings['format']): string {
  if (format === 'text') return `[${name}] ${line}`
  if (line.startsWith('{"time":')) return line
  const fields = {program: name}
  return asJson({time: Date.now(), level: 'error', part: 'console', message: line, request: null, fields})
}
