import {type FormRefusal, formRefusal} from '#lib/form-post.ts'
import type {MailMessage} from '#lib/mail/message.ts'
import type {RateLimiter} from '#lib/rate-limit.ts'
import {longestSlug} from '#lib/slugs.ts'
import {networkOf} from '#lib/visitor-address.ts'
import {enquiryProblems, tidiedValues, typedValues} from './check.ts'
import {type CountedBy, countedBy, type Defences, openingKey, shortestFillMs} from './defences.ts'
import {
  decoyField,
  type EnquiryFailure,
  type EnquiryState,
  type EnquiryValues,
  schoolField,
} from './fields.ts'
import {copyForSender, type EnquiryParties, letterToSchool} from './letters.ts'

export type Submission = {
  form: FormData
  headers: {get: (name: string) => string | null}
  /** The internet address of the visitor. */
  visitor: string
}

/** What the form needs of the site around it. */
export type Surroundings = {
  isOwnOrigin: (origin: string) => boolean
  /** Looks up who gets the message, as it is published now; null when the school is not written to this way. */
  partiesOf: (schoolSlug: string) => Promise<EnquiryParties | null>
  /** Rejects when the letter is not taken. */
  deliver: (letter: MailMessage) => Promise<void>
  defences: Defences
  /** Takes one sentence for the log, with nothing personal in it. */
  report: (problem: string) => void
}

export type Outcome =
  | {kind: 'sent'; schoolSlug: string; withCopy: boolean}
  /** To be shown again, with everything that was typed, under this status. */
  | {kind: 'again'; status: number; state: EnquiryState}

/** Takes a message to a school: checks it, and sends it or says why not. Nothing of it is kept. */
export async function submitEnquiry(submission: Submission, around: Surroundings): Promise<Outcome> {
  const {form, headers, visitor} = submission
  const typed = typedValues(form)
  // Remembered by the limits, so it is no longer than any slug.
  const schoolSlug = textOf(form, schoolField).slice(0, longestSlug)
  const again = (status: number, failure: EnquiryFailure): Outcome => ({
    kind: 'again',
    status,
    state: {values: typed, problems: [], failure},
  })

  const refusal: FormRefusal | null = formRefusal(headers, around.isOwnOrigin)
  if (refusal !== null) return again(refusal.status, {kind: 'stranger'})
  const fillMs = around.defences.openings.takeAge(openingKey(visitor, schoolSlug))
  if (textOf(form, decoyField) !== '') return again(422, {kind: 'decoy'})
  const values = tidiedValues(typed)
  const problems = enquiryProblems(values)
  if (problems.length > 0)
    return {kind: 'again', status: 422, state: {values: typed, problems, failure: null}}
  if (fillMs !== null && fillMs < shortestFillMs) return again(422, {kind: 'too-quick'})

  const uses = usesOf(values, schoolSlug, visitor, around.defences)
  const longest = longestWait(uses)
  if (longest.waitMs > 0)
    return again(429, {kind: 'too-many', by: longest.by, minutes: Math.ceil(longest.waitMs / 60_000)})
  // Before anything is waited for, so that many at once count as many.
  for (const {limiter, key} of uses) limiter.use(key)
  try {
    return await send(values, schoolSlug, around)
  } catch (error) {
    for (const {limiter, key} of uses) limiter.takeBack(key)
    around.report(error instanceof Error ? error.message : 'A message could not be sent.')
    return again(503, {kind: 'not-sent'})
  }
}

type Use = {by: CountedBy; limiter: RateLimiter; key: string}

function usesOf({email}: EnquiryValues, schoolSlug: string, visitor: string, {limits}: Defences): Use[] {
  const sender = email.toLowerCase()
  const keys = {
    network: networkOf(visitor),
    school: schoolSlug,
    sender,
    'sender-to-school': `${sender} ${schoolSlug}`,
  }
  return countedBy.map((by) => ({by, limiter: limits[by], key: keys[by]}))
}

/** What keeps the visitor waiting longest, which is all that they need to know. */
function longestWait(uses: Use[]): {by: CountedBy; waitMs: number} {
  const waits = uses.map(({by, limiter, key}) => ({by, waitMs: limiter.waitMs(key)}))
  return waits.reduce((longest, wait) => (wait.waitMs > longest.waitMs ? wait : longest))
}

async function send(
  values: EnquiryValues,
  schoolSlug: string,
  {partiesOf, deliver, report}: Surroundings,
): Promise<Outcome> {
  const parties = await partiesOf(schoolSlug)
  if (parties === null) throw new Error('A letter was not sent: the school takes no messages this way.')
  await deliver(letterToSchool(values, parties))
  try {
    await deliver(copyForSender(values, parties))
    return {kind: 'sent', schoolSlug, withCopy: true}
  } catch (error) {
    // The message has arrived: to send it once more for the sake of the copy would be a nuisance.
    report(error instanceof Error ? error.message : 'A copy could not be sent.')
    return {kind: 'sent', schoolSlug, withCopy: false}
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
