/**
 * How a part of the site is: `warn` is for a person to look at soon, `fail` means that visitors or staff go without
 * something now. The words of https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check.
 */
export type HealthStatus = 'pass' | 'warn' | 'fail'

/** One part, and why it is as it is: a sentence with nothing secret or personal in it. */
export type HealthCheck = {status: HealthStatus; reason: string}

const worst: readonly HealthStatus[] = ['fail', 'warn', 'pass']

/** The status of the whole, which is that of its worst part. */
export function overallStatus(checks: readonly HealthCheck[]): HealthStatus {
  return worst.find((status) => checks.some((check) => check.status === status)) ?? 'pass'
}

const pass = (reason: string): HealthCheck => ({status: 'pass', reason})
const warn = (reason: string): HealthCheck => ({status: 'warn', reason})
const fail = (reason: string): HealthCheck => ({status: 'fail', reason})

/** @param problem - null when Content Lake answers the site; otherwise whether it refused its token */
export function contentCheck(problem: 'refused' | 'down' | null): HealthCheck {
  switch (problem) {
    case null:
      return pass('Content can be read.')
    case 'refused':
      return fail('Content Lake refuses the site’s token: check SANITY_API_READ_TOKEN and its rights.')
    case 'down':
      return fail('Content Lake does not answer. Pages that were made are still shown.')
  }
}

/** A change whose pages take longer than this has got stuck, in milliseconds. */
const stuckAfterMs = 120_000

export type RevalidationFacts = {
  /** Whether the site has a secret to know the webhook by. */
  hasSecret: boolean
  /** Changes that the webhook did not tell of, since the site started. */
  missed: number
  last: {
    /** ISO 8601. */
    receivedAt: string
    warmedAt: string | null
    latePaths: readonly string[]
    hasFailed: boolean
  } | null
}

/** @param now - milliseconds since 1970 */
export function revalidationCheck({hasSecret, missed, last}: RevalidationFacts, now: number): HealthCheck {
  if (!hasSecret)
    return warn(
      'SANITY_WEBHOOK_SECRET is not set: a change is seen after an hour, not at once. Set it, and the webhook’s.',
    )
  if (missed > 0)
    return warn(
      `The webhook did not tell of ${missed} changes since the site started: visitors saw them minutes later. npm run doctor looks at the webhook and the clock.`,
    )
  if (last === null) return pass('No change has come since the site started.')
  if (last.hasFailed) return warn('The pages of the last change could not be made. They are within an hour.')
  if (last.latePaths.length > 0)
    return warn(`${last.latePaths.length} pages of the last change were not made in time.`)
  const isStuck = last.warmedAt === null && now - Date.parse(last.receivedAt) > stuckAfterMs
  return isStuck
    ? warn('The pages of the last change are still being made.')
    : pass('The last change came through.')
}

export type MailFacts = {
  kind: 'smtp' | 'outbox' | 'none'
  /** The last letter; null before the first. */
  last: {isSent: boolean; reason: string} | null
}

/** That letters do not go off is a warning: pages stand, and the form tells its sender how else to reach the school. */
export function mailCheck({kind, last}: MailFacts): HealthCheck {
  if (last?.isSent === false) return warn(`The last letter was not sent: ${last.reason}.`)
  if (kind === 'none') return pass('No mail server is set up: pages say how else to reach a school.')
  if (kind === 'outbox') return pass('Letters are put into the outbox of this machine.')
  return pass(last === null ? 'No letter was sent since the site started.' : 'The last letter was sent.')
}

/**
 * Without the others a process serves on, and what they are told of is seen here within the hour.
 * @param sharing - whether this process is the only one, or hears the others through Redis, or does not
 */
export function sharingCheck(sharing: 'alone' | 'connected' | 'disconnected'): HealthCheck {
  switch (sharing) {
    case 'alone':
      return pass('This process shares with no other.')
    case 'connected':
      return pass('The processes of this site hear of each other’s changes.')
    case 'disconnected':
      return warn(
        'Redis does not answer: the processes of this site do not hear of each other’s changes, and some may show an older page for an hour. Start Redis again, or check REDIS_URL.',
      )
  }
}

export function signOffCheck({hasKey, hasToken}: {hasKey: boolean; hasToken: boolean}): HealthCheck {
  if (!hasKey)
    return warn('SIGN_OFF_KEY is not set: visitors see no testimonial, and no school’s own words. Set it.')
  if (!hasToken)
    return warn('SANITY_API_WRITE_TOKEN is not set: nobody can be asked for their agreement. Set it.')
  return pass('Sign-off is set up.')
}

const mebibyte = 1024 * 1024

/** Room for some thousand pages and a day's log; and for hardly anything. Bytes. */
const enoughBytes = 1024 * mebibyte
const leastBytes = 100 * mebibyte

/** @param freeBytes - of the fuller one of the disks that the site writes to; null when that cannot be told */
export function diskCheck(freeBytes: number | null): HealthCheck {
  if (freeBytes === null) return warn('The free space on the disk cannot be told.')
  const free = `The disk of the pages and the data has ${Math.floor(freeBytes / mebibyte)} MiB left`
  if (freeBytes < leastBytes) return fail(`${free}: new pages cannot be kept. Free some space.`)
  return freeBytes < enoughBytes ? warn(`${free}: free some space.`) : pass(`${free}.`)
}

/**
 * @param started - the id of the build that this process began with; null for none
 * @param found - that of the build on the disk now
 */
export function buildCheck(started: string | null, found: string | null): HealthCheck {
  if (found === null) return fail('The built site is gone from the disk. Build it, and start again.')
  return started === found
    ? pass('The site runs from the build on the disk.')
    : fail('The site was built anew under the one that runs: pages may come out broken. Start it again.')
}
