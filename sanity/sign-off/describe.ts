import {type Difference, differences} from '#lib/sign-off/differences.ts'
import type {SignOffEvent} from '#lib/sign-off/event.ts'
import type {Reviewer} from '#lib/sign-off/request.ts'
import {type RequestProgress, type SignOffState, signOffState} from '#lib/sign-off/state.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {type Around, SignOffRefusal, type Staff} from './around.ts'
import type {WholeRecord} from './ledger.ts'
import {mayPublish, needsAgreement} from './publish.ts'
import {readSnapshot} from './snapshot.ts'
import {readReleaseVersion, readSubject} from './subject.ts'

/** Where the sign-off of a document stands, for the Studio: nothing secret. */
export type Described = {
  title: string
  state: SignOffState
  /** Whether the draft, or what is published where there is none, may be published as it stands. */
  mayPublish: boolean
  mayOverride: boolean
  /** Whether there are no words that anybody would have to agree to. */
  isEmpty: boolean
  /** Whether visitors see what is published now. */
  isShown: boolean
  progress: RequestProgress | null
  /** Who was asked about the same school before, the latest first: nobody has to type an address twice. */
  known: Pick<Reviewer, 'name' | 'role' | 'email'>[]
  /** How the draft differs from what was asked about last; empty when it does not. */
  sinceAsked: Difference[]
  /** The latest first, without marks of tokens and codes. */
  history: {number: number; at: string; kind: SignOffEvent['kind']; who: string; words: string}[]
}

export async function describeSignOff(subject: Subject, staff: Staff, around: Around): Promise<Described> {
  const [versions, whole] = await Promise.all([readSubject(around.client, subject), around.ledger.whole()])
  const record = whole.about(subject.id)
  const version = versions.draft ?? versions.published
  const {state, progress} = signOffState(version?.hash ?? '', record.requests, record.events, record.now)
  const asked = progress === null ? null : await readSnapshot(around, subject.type, progress.request.hash)
  return {
    title: versions.title,
    state,
    mayPublish: mayPublish(versions, record),
    mayOverride: staff.mayOverride,
    isEmpty: !version?.isSubject,
    isShown:
      versions.published !== null && (subject.type === 'page' || !needsAgreement(versions.published, record)),
    progress,
    known: knownTo(subject, versions.schoolId, whole),
    sinceAsked: asked === null ? [] : differences(subject.type, asked, version?.answer),
    history: record.events.toReversed().map((event) => ({
      number: event.number,
      at: event.at,
      kind: event.kind,
      who: whoOf(
        event,
        record.requests.flatMap(({id, reviewers}) => reviewers.map((each) => ({...each, request: id}))),
      ),
      words: wordsOf(event),
    })),
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

const mostKnown = 6

/** By requests that the server signed: an address that somebody wrote into the dataset is not among them. */
function knownTo({id}: Subject, schoolId: string | null, {all}: WholeRecord): Described['known'] {
  const requests = all.flatMap((record) => record.requests)
  const own = requests.filter(
    ({subject, school}) => subject.id === id || (school !== '' && school === schoolId),
  )
  const latest = own.sort((one, other) => other.at.localeCompare(one.at)).flatMap(({reviewers}) => reviewers)
  const byAddress = new Map(
    latest.toReversed().map(({name, role, email}) => [email.toLowerCase(), {name, role, email}]),
  )
  return [...byAddress.values()].toReversed().slice(0, mostKnown)
}

function whoOf(event: SignOffEvent, reviewers: {request: string; id: string; name: string}[]): string {
  if ('byName' in event && event.byName !== '') return event.byName
  if (!('reviewer' in event)) return ''
  return reviewers.find(({request, id}) => request === event.request && id === event.reviewer)?.name ?? ''
}

function wordsOf(event: SignOffEvent): string {
  if (event.kind === 'decided') return [event.passage, event.comment].filter(Boolean).join(': ')
  return 'why' in event ? event.why : ''
}
