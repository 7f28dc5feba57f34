import {withoutPersonalData} from './without-personal-data.ts'

/** From what only helps to find a fault to what somebody should look at. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** What a line is about. */
export type LogPart =
  | 'content'
  | 'mail'
  | 'sign-off'
  | 'revalidation'
  | 'request'
  | 'webhook'
  | 'lake'
  /** What Next.js and other packages print. */
  | 'console'

/** Ids, counts and kinds. Never what somebody typed, and nothing that names a person. */
export type LogFields = {readonly [name: string]: string | number | boolean}

export type LogEntry = {
  /** Milliseconds since 1970. */
  time: number
  level: LogLevel
  part: LogPart
  /** One sentence, or a part of one, with nothing personal in it. */
  message: string
  /** The id of the request that it happened for; null outside of any. */
  request: string | null
  fields: LogFields
}

/** One line of JSON, for programs that collect logs. */
export function asJson({time, request, level, part, message, fields}: LogEntry): string {
  return JSON.stringify({
    time: new Date(time).toISOString(),
    level,
    part,
    message: withoutPersonalData(message),
    ...(request === null ? {} : {request}),
    ...cleaned(fields),
  })
}

/** One line for people, such as `[mail] A letter was not sent: EENVELOPE, answer 550. (request 3f…)`. */
export function asText({part, message, request, fields}: LogEntry): string {
  const details = Object.entries({...cleaned(fields), ...(request === null ? {} : {request})})
  const more = details.map(([name, value]) => `${name} ${value}`).join(', ')
  const line = `[${part}] ${withoutPersonalData(message)}${more === '' ? '' : ` (${more})`}`
  return line.replaceAll(/[\r\n]+\s*/g, ' ')
}

function cleaned(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutPersonalData(value) : value,
    ]),
  )
}
