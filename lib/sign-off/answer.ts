import {sha256} from './hash.ts'
import {canonicalJson} from './json.ts'
import type {Confirmed} from './token.ts'

/** What a reviewer answers, as it was typed. */
export type Answer = {
  answer: 'yes' | 'no'
  comment: string
  /** Words of the content that the comment is about. */
  passage: string
  /** Whom a school office answers for; empty when the reviewer answers. */
  onBehalfOf: string
}

export const answerFields = ['answer', 'comment', 'passage', 'onBehalfOf'] as const
export type AnswerField = (typeof answerFields)[number]

/** As the form gives it back when something is wrong. */
export type TypedAnswer = {[field in AnswerField]: string}

export type AnswerProblem = {field: AnswerField; message: string}

/** Letters of a comment, and of a passage, at most; and of a name. */
export const longestComment = 10_000
const longestName = 120

/**
 * Reads the answer of a form.
 * @returns what was answered, or one sentence for each thing that is wrong, in the order of the form
 */
export function readAnswer(
  typed: TypedAnswer,
): {answer: Answer; problems: []} | {answer: null; problems: AnswerProblem[]} {
  const [comment, passage] = [tidied(typed.comment), tidied(typed.passage)]
  const onBehalfOf = tidied(typed.onBehalfOf).replace(/\s+/g, ' ')
  const problems: AnswerProblem[] = []
  const say = (field: AnswerField, message: string) => problems.push({field, message})
  const answer = typed.answer === 'yes' || typed.answer === 'no' ? typed.answer : null
  if (answer === null) say('answer', 'Choose yes or no.')
  if (answer === 'no' && comment === '') say('comment', 'Write what should change.')
  if (passage.length > longestComment) say('passage', tooLong)
  if (comment.length > longestComment) say('comment', tooLong)
  if (onBehalfOf.length > longestName) say('onBehalfOf', `Give the name in ${longestName} letters at most.`)
  return answer === null || problems.length > 0
    ? {answer: null, problems}
    : {answer: {answer, comment, passage, onBehalfOf}, problems: []}
}

const tooLong = `Write ${longestComment.toLocaleString('en-GB')} letters at most.`

/** What a reviewer wants to confirm: an answer, or that the agreement is taken back. */
export type ToConfirm = Omit<Confirmed, 'request' | 'reviewer' | 'hash'>

/** As people say it. */
export const answerWords: {readonly [answer in ToConfirm['answer']]: string} = {
  yes: 'Yes, I am happy for this to be published',
  no: 'No, something should change',
  withdraw: 'I take my agreement back',
}

/** As `readAnswer`, also for an agreement that is taken back. */
export function readToConfirm(
  typed: TypedAnswer,
): {answer: ToConfirm; problems: []} | {answer: null; problems: AnswerProblem[]} {
  if (typed.answer !== 'withdraw') return readAnswer(typed)
  const read = readAnswer({...typed, answer: 'yes'})
  return read.answer === null ? read : {answer: {...read.answer, answer: 'withdraw'}, problems: []}
}

/** Names an answer, so that a page can say which one it showed: in a second tab another may have been typed since. */
export function nameOfAnswer(answer: ToConfirm): string {
  return sha256(canonicalJson(answer)).slice(0, 16)
}

/** In one Unicode form, with one kind of line break, and without what no keyboard types. */
function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}
