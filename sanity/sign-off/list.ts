import {dayOfMoment} from '#lib/dates.ts'
import type {Standing} from '#lib/sign-off/matters.ts'
import {timeZone} from '#lib/sign-off/moment.ts'
import {type SignOffState, signOffState} from '#lib/sign-off/state.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import type {Around} from './around.ts'
import type {SubjectRecord} from './ledger.ts'
import {needsAgreement} from './publish.ts'
import {readSubjects, type SubjectVersion} from './subject.ts'

/** A document whose sign-off staff should know of. */
export type Listed = Standing & {
  subject: Subject
  /** The first words of it; empty where the title says enough. */
  words: string
  /** Who has not answered, by name. */
  waitingFor: string[]
  /** The day by which an answer was asked for; null when nobody is asked. */
  dueOn: string | null
}

/** States in which nothing is left to do. */
const settled: readonly SignOffState[] = ['agreed', 'recorded', 'overridden']

/** Everything that waits for an answer, was answered with no, or is not agreed to, the most urgent first. */
export async function listSignOff({client, ledger}: Pick<Around, 'client' | 'ledger'>): Promise<Listed[]> {
  const [subjects, records] = await Promise.all([readSubjects(client), ledger.whole()])
  const listed = subjects.flatMap(({subject, draft, published, title}): Listed[] => {
    const record = records.about(subject.id)
    const version = draft ?? published
    if (version === null || !version.isSubject) return []
    const {state, progress} = signOffState(version.hash, record)
    const withoutAgreement = effectOf(subject, published, record)
    if (settled.includes(state) && withoutAgreement === null) return []
    const isAsked = progress !== null && progress.state === 'waiting'
    const today = dayOfMoment(record.now, timeZone) ?? ''
    return [
      {
        subject,
        title,
        words: firstWords(version.answer.quotation),
        state,
        waitingFor: isAsked
          ? progress.reviewers.filter(({answer}) => answer === null).map(({reviewer}) => reviewer.name)
          : [],
        dueOn: isAsked ? progress.request.dueOn : null,
        isOverdue: isAsked && progress.request.dueOn < today,
        withoutAgreement,
      },
    ]
  })
  return listed.sort(
    (one, other) => urgency(one) - urgency(other) || one.title.localeCompare(other.title, 'en-GB'),
  )
}

const longestWords = 90

function firstWords(words: unknown): string {
  if (typeof words !== 'string') return ''
  return words.length <= longestWords ? words : `${words.slice(0, longestWords).trimEnd()} …`
}

function effectOf(
  {type}: Subject,
  published: SubjectVersion | null,
  record: SubjectRecord,
): Listed['withoutAgreement'] {
  if (published === null || !needsAgreement(published, record)) return null
  return type === 'page' ? 'shown' : 'hidden'
}

function urgency({state, isOverdue, withoutAgreement}: Listed): number {
  if (withoutAgreement !== null || state === 'withdrawn') return 0
  if (state === 'changes-asked') return 1
  if (isOverdue || state === 'expired') return 2
  return state === 'waiting' ? 4 : 3
}
