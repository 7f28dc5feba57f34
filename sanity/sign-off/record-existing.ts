import {isObject} from '#lib/sign-off/json.ts'
import {isSubjectType, type Subject, subjectTypes} from '#lib/sign-off/subjects.ts'
import type {Around} from './around.ts'
import {needsAgreement} from './publish.ts'
import {readSubject} from './subject.ts'

/** Content that visitors do not see, because it was published without an agreement. */
export type Unagreed = {subject: Subject; title: string; hash: string}

/** Everything that is published and that nobody has agreed to. */
export async function findUnagreed({client, ledger}: Pick<Around, 'client' | 'ledger'>): Promise<Unagreed[]> {
  const raw = client.withConfig({perspective: 'published', useCdn: false, stega: false})
  const found = await raw.fetch<unknown>(
    '*[_type in $types] | order(_type asc, _id asc){_id, _type}',
    {types: subjectTypes},
    {tag: 'sign-off.existing'},
  )
  const records = await ledger.whole()
  const unagreed: Unagreed[] = []
  for (const document of Array.isArray(found) ? found : []) {
    if (!isObject(document) || typeof document._id !== 'string' || !isSubjectType(document._type)) continue
    const subject = {type: document._type, id: document._id}
    const {published, title} = await readSubject(client, subject)
    if (published !== null && needsAgreement(published, records.about(subject.id)))
      unagreed.push({subject, title, hash: published.hash})
  }
  return unagreed
}

/** Writes down that content stood there before it was asked about, so that visitors go on seeing it. */
export async function recordExisting(
  unagreed: readonly Unagreed[],
  by: {by: string; byName: string},
  {ledger}: Pick<Around, 'ledger'>,
): Promise<void> {
  for (const {subject, hash} of unagreed)
    await ledger.add(subject.id, () => ({
      events: [{kind: 'recorded', subject, hash, ...by}],
      result: undefined,
    }))
}
