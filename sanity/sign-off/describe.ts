import {type Difference, differences} from '#lib/sign-off/differences.ts'
import type {EventOf, SignOffEvent} from '#lib/sign-off/event.ts'
import {type RequestProgress, type SignOffState, signOffState} from '#lib/sign-off/state.ts'
import {linkWords} from '#lib/sign-off/state-words.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {type Around, SignOffRefusal, type Staff} from './around.ts'
import {askedBefore, type Known, peopleIn} from './asked-before.ts'
import type {SubjectRecord} from './ledger.ts'
import {needsAgreement} from './publish.ts'
import {readSnapshot} from './snapshot.ts'
import {readReleaseVersion, readSubject} from './subject.ts'

/** Where the sign-off of a document stands, for the Studio: nothing secret. */
export type Described = {
  title: string
  state: SignOffState
  /** Whether this member of staff may allow the words without an agreement, and there is something to allow. */
  mayOverride: boolean
  /** Whether there are no words that anybody would have to agree to. */
  isEmpty: boolean
  /** Whether visitors see what is published now. */
  isShown: boolean
  progress: RequestProgress | null
  /** Who was asked about this document, the latest first: those who are told when it is published all the same. */
  asked: Known[]
  /** Who was asked about the same school before, the latest first: nobody has to type an address twice. */
  known: Known[]
  /** The mailbox that the school gave for itself, unless it is among those; null where there is none. */
  contact: Known | null
  /** How the draft differs from what was asked about last; empty when it does not. */
  sinceAsked: Difference[]
  /** The latest first, without marks of tokens and codes. */
  history: {number: number; at: string; kind: SignOffEvent['kind']; who: string; words: string}[]
}

export async function describeSignOff(subject: Subject, staff: Staff, around: Around): Promise<Described> {
  const [versions, whole] = await Promise.all([readSubject(around.client, subject), around.ledger.whole()])
  const record = whole.about(subject.id)
  const known = askedBefore(subject, versions.schoolId, whole).slice(0, mostKnown)
  const version = versions.draft ?? versions.published
  const {state, progress} = signOffState(version?.hash ?? '', record)
  const snapshot = progress === null ? null : await readSnapshot(around, subject.type, progress.request.hash)
  return {
    title: versions.title,
    state,
    mayOverride: staff.mayOverride && version !== null && needsAgreement(version, record),
    isEmpty: !version?.isSubject,
    isShown:
      versions.published !== null && (subject.type === 'page' || !needsAgreement(versions.published, record)),
    progress,
    asked: peopleIn(record.requests),
    known,
    contact: known.some(({email}) => email === versions.contact?.email) ? null : versions.contact,
    sinceAsked: snapshot === null ? [] : differences(subject.type, snapshot, version?.answer),
    history: historyOf(record),
  }
}

/**
 * Whether a release may publish the version that it holds of a document: what the Studio asks before it schedules or
 * publishes one.
 */
export async function mayRelease(
  subject: Subject,
  versionId: string,
  {client, ledger}: Around,
): Promise<{may: boolean}> {
  const version = await readReleaseVersion(client, subject, versionId)
  if (version === null) throw new SignOffRefusal(404, 'There is no such version. It may have been discarded.')
  return {may: !needsAgreement(version, await ledger.about(subject.id))}
}

/** So many of those who were asked before are offered. */
const mostKnown = 6

function historyOf({requests, events}: SubjectRecord): Described['history'] {
  const reviewers = requests.flatMap(({id, reviewers}) => reviewers.map((each) => ({...each, request: id})))
  return events.toReversed().map((event) => ({
    number: event.number,
    at: event.at,
    kind: event.kind,
    who: event.kind === 'sent' ? event.byName : whoOf(event, reviewers),
    words: event.kind === 'sent' ? sentTo(event, reviewers) : wordsOf(event),
  }))
}

type AskedOf = {request: string; id: string; name: string}

/** To whom a link went, and what for. */
function sentTo(event: EventOf<'sent'>, reviewers: readonly AskedOf[]): string {
  return [`To ${reviewerOf(event, reviewers)}`, linkWords[event.how]].filter(Boolean).join(', ')
}

function whoOf(event: SignOffEvent, reviewers: readonly AskedOf[]): string {
  if ('byName' in event && event.byName !== '') return event.byName
  if (!('reviewer' in event)) return ''
  return reviewerOf(event, reviewers)
}

function reviewerOf(event: {request: string; reviewer: string}, reviewers: readonly AskedOf[]): string {
  return reviewers.find(({request, id}) => request === event.request && id === event.reviewer)?.name ?? ''
}

function wordsOf(event: SignOffEvent): string {
  if (event.kind === 'decided')
    return [
      event.answer === 'yes' ? 'Yes' : 'No',
      event.passage === '' ? '' : `About “${event.passage}”:`,
      event.comment,
    ]
      .filter(Boolean)
      .join('\n')
  const told = 'told' in event && event.told !== '' ? `Told by letter: ${event.told}` : ''
  return ['why' in event ? event.why : '', told].filter(Boolean).join('\n')
}
