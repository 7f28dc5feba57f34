import {dayOfMoment, daysAfter, daysBetween} from '#lib/dates.ts'
import {isMailAddress, mailboxOf} from '#lib/mail/address.ts'
import {isHeaderSafe} from '#lib/mail/message.ts'
import {isObject} from './json.ts'
import {timeZone} from './moment.ts'
import {mostDays, type Reviewer, usualDays} from './request.ts'
import {withoutTurns} from './turns.ts'

/** What staff say when they ask for sign-off. */
export type Asked = {
  reviewers: Reviewer[]
  why: string
  /** `YYYY-MM-DD` */
  dueOn: string
  /** How long the link works. */
  days: number
}

const mostReviewers = 10
const longest = {name: 120, role: 120, why: 2_000}

/** How long there is to answer when nobody says otherwise, in days. */
const usualDueDays = 7

/**
 * Reads what staff filled in.
 * @param value - as it was sent
 * @param now - in UTC
 * @returns what was asked, or one sentence for each thing that is wrong with it
 */
export function readAsked(
  value: unknown,
  now: string,
): {asked: Asked; problems: []} | {asked: null; problems: string[]} {
  const problems: string[] = []
  const sent = isObject(value) ? value : {}
  const reviewers = readReviewers(sent.reviewers, problems)
  const why = textOf(sent.why)
  if (why.length > longest.why) problems.push(`Say why in ${longest.why} letters at most.`)
  const days = sent.days === undefined ? usualDays : Number(sent.days)
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    problems.push(`The link works from 1 to ${mostDays} days: give a whole number.`)
  const today = dayOfMoment(now, timeZone) ?? now.slice(0, 10)
  const dueOn = textOf(sent.dueOn) || daysAfter(today, Math.min(usualDueDays, days))
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dueOn) || Number.isNaN(daysBetween(today, dueOn)))
    problems.push('Give the day by which you need the answer, such as 2027-01-31.')
  else if (daysBetween(today, dueOn) < 0)
    problems.push('The day by which you need the answer has passed: choose a later one.')
  else if (daysBetween(today, dueOn) > days)
    problems.push(
      'The link would stop working before the day by which you need the answer: let it work longer.',
    )
  return problems.length > 0 ? {asked: null, problems} : {asked: {reviewers, why, dueOn, days}, problems: []}
}

function readReviewers(value: unknown, problems: string[]): Reviewer[] {
  const sent = Array.isArray(value) ? value.filter(isObject) : []
  if (sent.length === 0) problems.push('Say who is asked: give a name and an e-mail address.')
  if (sent.length > mostReviewers) problems.push(`Ask ${mostReviewers} people at most.`)
  const reviewers = sent.slice(0, mostReviewers).map((reviewer, position) => {
    const [name, role] = [withoutTurns(textOf(reviewer.name)), withoutTurns(textOf(reviewer.role))]
    const email = textOf(reviewer.email)
    const who = name === '' ? `person ${position + 1}` : name
    if (name === '') problems.push(`Give the name of ${who}.`)
    for (const [what, text] of [['name', name] as const, ['role', role] as const])
      if (text.length > longest[what] || !isHeaderSafe(text))
        problems.push(
          `Give the ${what} of ${who.slice(0, 40)} in one line of ${longest[what]} letters at most.`,
        )
    if (email === '') problems.push(`Give the e-mail address of ${who.slice(0, 40)}.`)
    else if (!isMailAddress(email))
      problems.push(`“${email.slice(0, 80)}” is no e-mail address: give that of ${who.slice(0, 40)}.`)
    if (reviewer.emailAgain !== undefined && mailboxOf(textOf(reviewer.emailAgain)) !== mailboxOf(email))
      problems.push(`The two e-mail addresses of ${who.slice(0, 40)} differ: look which one is right.`)
    return {id: `r${position + 1}`, name, role, email, required: reviewer.required !== false}
  })
  const addresses = reviewers.map(({email}) => mailboxOf(email))
  if (new Set(addresses).size < addresses.length)
    problems.push('Two people have the same e-mail address: each needs one of their own, for their code.')
  return reviewers
}

/** The moment at which a link stops working that is sent now. @returns in UTC */
export function endOf(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 24 * 60 * 60_000).toISOString()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}
