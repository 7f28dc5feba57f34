import {ClientError, type SanityClient} from '@sanity/client'
import {agreementTo} from '#lib/sign-off/agreement.ts'
import type {EventDetails} from '#lib/sign-off/event.ts'
import {letterAboutOverride, type Told} from '#lib/sign-off/notices.ts'
import {readOverride} from '#lib/sign-off/override.ts'
import type {Subject, SubjectType} from '#lib/sign-off/subjects.ts'
import {type Around, SignOffRefusal, type Staff} from './around.ts'
import {peopleIn} from './asked-before.ts'
import type {SubjectRecord} from './ledger.ts'
import {readSubject, type SubjectVersion, type SubjectVersions} from './subject.ts'
import {addressesOf, factsOf, type Notice, tell} from './tell.ts'
import {whereShown} from './where-shown.ts'

/**
 * Publishes a draft whose words are agreed to: exactly the draft that was looked at, or nothing.
 * @param own - the client of the member of staff, with their own token
 * @throws SignOffRefusal when the words are not agreed to, or were changed a moment ago
 */
export async function publishAgreed(
  subject: Subject,
  staff: Staff,
  own: SanityClient,
  around: Around,
): Promise<void> {
  const {draft, published} = await readSubject(around.client, subject)
  if (draft === null) throw new SignOffRefusal(404, 'There is no draft to publish.')
  const record = await around.ledger.about(subject.id)
  if (!mayPublish({draft, published}, record)) throw new SignOffRefusal(409, notAgreed[subject.type])
  await publishDraft(subject, draft, own)
  await around.ledger.add(subject.id, () => ({
    events: [{kind: 'published', subject, hash: draft.hash, by: staff.id, byName: staff.name}],
    result: undefined,
  }))
}

const notAgreed: {readonly [type in SubjectType]: string} = {
  testimonial: 'These words are not signed off: choose Request sign-off in the menu beside Publish.',
  school:
    'The school’s own words are not signed off: choose Request sign-off in the menu beside Publish. To publish facts before that, put the words back as they were.',
  page: 'This page is not signed off: choose Request sign-off in the menu beside Publish.',
}

/**
 * Whether the draft may be published: agreed to, or with the words that are published already. Those are shown or kept
 * back by their own agreement, and facts beside them can be put right at any time.
 */
export function mayPublish(
  {draft, published}: Pick<SubjectVersions, 'draft' | 'published'>,
  record: SubjectRecord,
): boolean {
  const version = draft ?? published
  if (version === null) return false
  return !needsAgreement(version, record) || version.hash === published?.hash
}

/** Whether a version may not be published as it stands. Where there are no words, nobody has to agree to them. */
export function needsAgreement(version: SubjectVersion, {events, knownEnds}: SubjectRecord): boolean {
  return version.isSubject && agreementTo(version.hash, events, knownEnds(version.hash)) === null
}

/**
 * Lets the draft be published, and shown, without an agreement. Everybody who was asked about the document is told, with the
 * reason: also whoever was asked before somebody else; where nobody was, whom the form names.
 * @param form - as `readOverride` takes it
 * @returns who was told
 * @throws SignOffRefusal without a reason or somebody to tell, or for those who may not
 */
export async function overrideSignOff(
  subject: Subject,
  form: unknown,
  staff: Staff,
  around: Around,
): Promise<{told: Notice[]}> {
  if (!staff.mayOverride)
    throw new SignOffRefusal(403, 'Only an administrator can publish without the school’s agreement.')
  const {draft, published, title, schoolId} = await readSubject(around.client, subject)
  const version = draft ?? published
  if (version === null) throw new SignOffRefusal(404, 'There is no such document. It may have been deleted.')
  const {why, told} = await around.ledger.add(subject.id, ({requests}) => {
    const {override, problems} = readOverride(form, peopleIn(requests))
    if (override === null) throw new SignOffRefusal(400, ...problems)
    const event: EventDetails = {
      kind: 'overridden',
      subject,
      hash: version.hash,
      why: override.why,
      told: addressesOf(override.told),
      by: staff.id,
      byName: staff.name,
    }
    return {events: [event], result: override}
  })
  const where = await whereShown(subject, schoolId, around)
  const facts = factsOf(title, staff, around)
  const letterTo = (person: Told) => letterAboutOverride(facts, person, {why, byName: staff.name, where})
  return {told: await tell(told, letterTo, around)}
}

async function publishDraft({id}: Subject, {revision}: SubjectVersion, own: SanityClient): Promise<void> {
  try {
    await own.action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${id}`,
      publishedId: id,
      ifDraftRevisionId: revision,
    })
  } catch (error) {
    if (!(error instanceof ClientError)) throw error
    throw new SignOffRefusal(409, 'Somebody changed the draft a moment ago. Look at it, and publish again.')
  }
}
