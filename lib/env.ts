import {isIP} from 'node:net'
import path from 'node:path'
import {parseLogSettings} from './log/settings.ts'
import {type MailDelivery, parseDelivery} from './mail/delivery.ts'
import {isSignOffKey} from './sign-off/keys.ts'

/** Where content comes from. A Sanity project id makes it hosted; without one it is the embedded lake. */
export type ContentSource =
  | {kind: 'local'; projectId: 'local'; dataset: 'production'; lakeUrl: string}
  | {kind: 'hosted'; projectId: string; dataset: string}

export type Environment = {
  source: ContentSource
  /** Reads drafts. Null only in the launcher, before the local one has been made. */
  readToken: string | null
  /** Writes: for the content commands, and for the redirect that a renamed address leaves behind. */
  writeToken: string | null
  /** Signs the webhook. Null means that `/api/revalidate` refuses every call. */
  webhookSecret: string | null
  /** Signs the record of sign-offs. Null means that nothing counts as agreed. */
  signOffKey: string | null
  /** Public origin of the site, without a slash at the end. */
  siteUrl: string
  host: string
  port: number
  /** Folder of a local installation's data, as given. */
  dataFolder: string
  /** Where letters of the site go. */
  mail: MailDelivery
  /** Redis or Valkey, through which several processes of the site hear of changes; null for a site of one process. */
  redisUrl: string | null
  /** How often the site looks for changes that the webhook did not tell of. */
  compareSeconds: number
  /** Whether search engines may list the site. */
  indexable: boolean
  /** Opens `/api/metrics`. Null means that they are shown on this machine only. */
  metricsToken: string | null
  /** Where `npm run dev` serves the Studio with hot reload; null otherwise. Set by the launcher. */
  studioDevUrl: string | null
}

/** What the running site needs: as `Environment`, with the read token in place. */
export type SiteEnvironment = Environment & {readToken: string}

export type Variables = {readonly [name: string]: string | undefined}

/** Every mistake in the configuration at once, one sentence each, with its remedy. */
export class EnvironmentError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The configuration needs attention:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'EnvironmentError'
    this.problems = problems
  }
}

/** Next.js and browsers call the loopback interface by these names. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/**
 * Reads the configuration from environment variables (`.env.example` documents each).
 * @param needs whether a hosted project must come with the token that the site reads with
 * @throws EnvironmentError with every mistake that it holds
 */
export function parseEnvironment(variables: Variables, needs = {readToken: true}): Environment {
  const problems: string[] = []
  const text = (name: string) => variables[name]?.trim() || null

  const port = parsePort(text('PORT'), problems)
  const host = text('HOST') ?? '127.0.0.1'
  const source = parseSource(text, port, problems)
  const dataFolder = text('DATA_FOLDER') ?? '.data'
  const environment: Environment = {
    source,
    readToken: text('SANITY_API_READ_TOKEN'),
    writeToken: text('SANITY_API_WRITE_TOKEN'),
    webhookSecret: text('SANITY_WEBHOOK_SECRET'),
    signOffKey: parseSignOffKey(text('SIGN_OFF_KEY'), problems),
    siteUrl: parseOrigin('SITE_URL', text('SITE_URL') ?? `http://localhost:${port}`, problems),
    host,
    port,
    dataFolder,
    mail: parseDelivery(text, source.kind === 'local' ? path.join(dataFolder, 'outbox') : null, problems),
    redisUrl: parseRedisUrl(text('REDIS_URL'), problems),
    compareSeconds: parseCompareSeconds(text('COMPARE_SECONDS'), problems),
    indexable: parseSiteEnvironment(text('SITE_ENVIRONMENT'), problems),
    metricsToken: parseMetricsToken(text('METRICS_TOKEN'), problems),
    studioDevUrl: text('STUDIO_DEV_URL'),
  }
  // Read where the log is written; here for what is wrong in it.
  parseLogSettings(text, false, problems)
  if (source.kind === 'hosted') problems.push(...(needs.readToken ? hostedProblems(environment) : []))
  else problems.push(...localProblems(environment, text('SANITY_DATASET')))

  if (problems.length > 0) throw new EnvironmentError(problems)
  return environment
}

function parsePort(value: string | null, problems: string[]): number {
  if (value === null) return 3000
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port >= 1 && port <= 65_534) return port
  problems.push(`PORT is “${value}”, which is not a port: give a whole number from 1 to 65534, such as 3000.`)
  return 3000
}

function parseOrigin(name: string, value: string, problems: string[]): string {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) {
    return url.origin
  }
  problems.push(`${name} is “${value}”, which is not an origin: give one such as https://www.example.org.`)
  return value
}

function parseLakeUrl(value: string, problems: string[]): string {
  const url = URL.canParse(value) ? new URL(value) : null
  if (
    url?.protocol === 'http:' &&
    isLoopback(url.hostname) &&
    url.port &&
    value.replace(/\/$/, '') === url.origin
  )
    return url.origin
  problems.push(
    `LAKE_URL is “${value}”, but the embedded Content Lake runs on this machine: leave LAKE_URL out, or give an ` +
      'address and a port of this machine, such as http://127.0.0.1:3001.',
  )
  return value
}

/** Never repeated: it is a secret. */
function parseSignOffKey(value: string | null, problems: string[]): string | null {
  if (value === null || isSignOffKey(value)) return value
  problems.push('SIGN_OFF_KEY is not a key: make one with npm run sign-off:key, and copy the whole line.')
  return null
}

function parseCompareSeconds(value: string | null, problems: string[]): number {
  if (value === null) return 300
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value)
  problems.push(`COMPARE_SECONDS is “${value}”: give a whole number of seconds, such as 300.`)
  return 300
}

/** As many characters as nobody tries out. */
const shortestMetricsToken = 20

/** Never repeated: it is a secret. */
function parseMetricsToken(value: string | null, problems: string[]): string | null {
  if (value === null || value.length >= shortestMetricsToken) return value
  problems.push(
    `METRICS_TOKEN is too short: give at least ${shortestMetricsToken} characters that nobody guesses, such as those of openssl rand -hex 24.`,
  )
  return null
}

/** Never repeated: it may hold a password. */
function parseRedisUrl(value: string | null, problems: string[]): string | null {
  if (value === null) return null
  const problem = redisUrlProblem(value)
  if (problem === null) return value
  problems.push(`REDIS_URL ${problem}`)
  return null
}

/** What its client would stumble over, which is first made when the site has started. */
function redisUrlProblem(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null
  const isAddress = url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== ''
  // The rest of a password that began before one of these signs.
  if (!isAddress || url.hash !== '' || url.search.includes('@'))
    return 'is not the address of a Redis: give one such as redis://127.0.0.1:6379, with each special sign of a password as its % code (# is %23).'
  if (![url.username, url.password].every(isPercentEncoded))
    return 'has a % in its user or password that begins no % code: write %25 for the sign itself.'
  return /^\/?\d*$/.test(url.pathname)
    ? null
    : 'ends in something that is not the number of a database: leave it out, or give one such as redis://127.0.0.1:6379/0.'
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

function parseSiteEnvironment(value: string | null, problems: string[]): boolean {
  if (value !== null && value !== 'production' && value !== 'preview') {
    problems.push(`SITE_ENVIRONMENT is “${value}”: use production (search engines may list it) or preview.`)
  }
  return value === 'production'
}

function parseSource(text: (name: string) => string | null, port: number, problems: string[]): ContentSource {
  const projectId = text('SANITY_PROJECT_ID')
  if (projectId === null) {
    const lakeUrl = parseLakeUrl(text('LAKE_URL') ?? `http://127.0.0.1:${port + 1}`, problems)
    return {kind: 'local', projectId: 'local', dataset: 'production', lakeUrl}
  }
  const dataset = text('SANITY_DATASET') ?? 'production'
  if (!/^[a-z0-9][a-z0-9-]*$/.test(projectId)) {
    problems.push(
      `SANITY_PROJECT_ID is “${projectId}”, which is not a project id: copy it from sanity.io/manage, e.g. ab12cd34.`,
    )
  }
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(dataset)) {
    problems.push(
      `SANITY_DATASET is “${dataset}”: a dataset has lower-case letters, digits, - and _ only, e.g. production.`,
    )
  }
  return {kind: 'hosted', projectId, dataset}
}

function hostedProblems({readToken}: Environment): string[] {
  if (readToken !== null) return []
  return [
    'SANITY_API_READ_TOKEN is missing: make a token with Viewer rights at sanity.io/manage, under API, and set it.',
  ]
}

function localProblems({host}: Environment, dataset: string | null): string[] {
  const problems: string[] = []
  if (!isLoopback(host)) {
    problems.push(
      `HOST is “${host}”, but without SANITY_PROJECT_ID the site runs on the embedded Content Lake, whose editor ` +
        'signs in without a password. It listens on this machine only: leave HOST out, or name a hosted project.',
    )
  }
  if (dataset !== null && dataset !== 'production') {
    problems.push(
      `SANITY_DATASET is “${dataset}” without SANITY_PROJECT_ID: set the project's id too, or leave both out.`,
    )
  }
  return problems
}

/** Every variable that `parseEnvironment` reads. */
export const variableNames = [
  'PORT',
  'HOST',
  'LAKE_URL',
  'SITE_URL',
  'DATA_FOLDER',
  'SITE_ENVIRONMENT',
  'SMTP_URL',
  'MAIL_FROM',
  'REDIS_URL',
  'COMPARE_SECONDS',
  'SANITY_DATASET',
  'SANITY_PROJECT_ID',
  'SANITY_API_READ_TOKEN',
  'SANITY_API_WRITE_TOKEN',
  'SANITY_WEBHOOK_SECRET',
  'SIGN_OFF_KEY',
  'METRICS_TOKEN',
  'LOG_FORMAT',
  'LOG_LEVEL',
  'STUDIO_DEV_URL',
] as const

/** Without what people leave out or put before, after the habits of other projects with Sanity. */
const skeleton = (name: string) =>
  name
    .toUpperCase()
    .replace(/^(NEXT_PUBLIC|VITE)_/, '')
    .replace(/^SANITY_STUDIO_/, 'SANITY_')
    .replace(/^SANITY_API_(PROJECT|DATASET)/, 'SANITY_$1')
    .replaceAll('_', '')

/** One sentence for each variable that looks like one of the site's but is not read by it. */
export function misspelledVariables(variables: Variables): string[] {
  const known = new Map(
    variableNames.filter((name) => name.includes('_')).map((name) => [skeleton(name), name]),
  )
  return Object.keys(variables).flatMap((name) => {
    const meant = known.get(skeleton(name))
    return meant === undefined || meant === name || variables[meant] !== undefined
      ? []
      : [`${name} is set, but nothing reads it. If it is for this site, call it ${meant}.`]
  })
}

let parsed: SiteEnvironment | null = null

/**
 * The configuration of the running site, parsed at the first call.
 * @throws EnvironmentError
 */
export function env(): SiteEnvironment {
  if (parsed) return parsed
  const environment = parseEnvironment(process.env)
  const {readToken} = environment
  if (readToken === null) {
    throw new EnvironmentError([
      'SANITY_API_READ_TOKEN is missing: start the site with npm start, which makes one for the embedded lake.',
    ])
  }
  parsed = {...environment, readToken}
  return parsed
}
