import {mailboxOf} from '#lib/mail/address.ts'
import type {Reviewer, SignOffRequest} from '#lib/sign-off/request.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import type {WholeRecord} from './ledger.ts'
import type {SubjectVersions} from './subject.ts'

/** Somebody of a school, as far as it is known who answers for it. */
export type Known = Pick<Reviewer, 'name' | 'role' | 'email'>

/**
 * Who was asked about a document, or about the school that it is about, the latest first and each address once. By
 * requests that the server signed: an address that somebody wrote into the dataset is not among them.
 */
export function askedBefore({id}: Subject, schoolId: string | null, {all}: WholeRecord): Known[] {
  return peopleIn(
    all
      .flatMap((record) => record.requests)
      .filter(({subject, school}) => subject.id === id || (school !== '' && school === schoolId)),
  )
}

/** Who was asked by any of several requests, the latest first and each address once. */
export function peopleIn(requests: readonly SignOffRequest[]): Known[] {
  const latest = requests
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .flatMap(({reviewers}) => reviewers)
  const byAddress = new Map(
    latest.toReversed().map(({name, role, email}) => [mailboxOf(email), {name, role, email}]),
  )
  return [...byAddress.values()].toReversed()
}

/** Those who are told that somebody is asked who has not been asked for this school so far, and who that is. */
export type NewMailbox = {asked: Reviewer[]; told: Known[]}

/**
 * Whether a request goes to a mailbox that was never asked for the school. Then everybody who was is told, and so is the
 * address that the school gave for itself: a member of staff who names a mailbox of their own does not do so unnoticed,
 * also beside that of the headteacher. The first time that anybody is asked there is nobody to tell. Nobody is told
 * twice, so that a request sends one such letter at most to an address.
 */
export function newMailbox(
  reviewers: readonly Reviewer[],
  before: readonly Known[],
  contact: SubjectVersions['contact'],
): NewMailbox {
  const known = new Set(before.map(({email}) => mailboxOf(email)))
  const asked = reviewers.filter((reviewer) => !known.has(mailboxOf(reviewer.email)))
  if (asked.length === 0 || before.length === 0) return {asked: [], told: []}
  const people = [...before, ...(contact === null ? [] : [contact])]
  const byAddress = new Map(people.toReversed().map((person) => [mailboxOf(person.email), person]))
  for (const reviewer of asked) byAddress.delete(mailboxOf(reviewer.email))
  return {asked, told: [...byAddress.values()].toReversed()}
}
