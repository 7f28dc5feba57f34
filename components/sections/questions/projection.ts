import {datedSourceProblems} from '#lib/sources.ts'
import type {QuestionAnswer, SectionAnswer, SourceAnswer} from '#sanity/lib/content/answers.ts'
import {webAddressOf} from '#sanity/lib/content/link.ts'
import {parseRichText, type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {itemOf, type Origin, within} from '#sanity/lib/origin.ts'
import {
  choice,
  isFields,
  items,
  optionalDay,
  optionalValue,
  optionalWords,
  type Reading,
  words,
} from '#sanity/lib/parse.ts'
import type {Scalar} from '#sanity/lib/unchecked.ts'
import type {SectionFrame} from '../section-frame.ts'
import {questionKinds} from './kinds.ts'

const questionKindValues = questionKinds.map(({value}) => value)

export const questionsSectionProjection = `
  heading, kind,
  "questions": questions[]{_key, question, "answer": answer${richTextProjection}, source}` as const

export type Question = {
  key: string
  question: string
  answer: RichText
  source: {publisher: string | null; title: string; address: string; publishedOn: string | null} | null
  /** Why visitors do not see it; shown in a preview alone. */
  heldBack: string | null
  /** Where that can be mended. */
  mend?: Origin | undefined
  origin?: Origin | undefined
}

export type QuestionsSectionContent = SectionFrame & {type: 'questionsSection'; questions: Question[]}

/** Null without a question that has an answer. An answer to a myth is held back until it has its dated source. */
export function parseQuestionsSection(
  section: SectionAnswer<'questionsSection'>,
  frame: SectionFrame,
  reading: Reading,
): QuestionsSectionContent | null {
  const isAboutMyths = choice(section.kind, questionKindValues) === 'myths'
  const origin = within(frame.origin, 'questions')
  const questions = items(section.questions, `${frame.label}, questions`, reading, (item, position) => {
    const place = itemOf(origin, optionalValue(item._key, 'its key'))
    const label = `${frame.label}, question ${position + 1}`
    const question = parseQuestion(item, {label, position, isAboutMyths, origin: place}, reading)
    if (question.heldBack === null || reading.preview) return question
    reading.report(`${label} is held back: ${question.heldBack}`)
    return null
  })
  if (questions.length === 0 && !reading.preview) return null
  return {
    ...frame,
    heading: optionalWords(section.heading, 'the heading'),
    heldBack: questions.length === 0 ? 'This section has no question yet.' : null,
    mend: origin,
    type: 'questionsSection',
    questions,
  }
}

type QuestionFrame = {label: string; position: number; isAboutMyths: boolean; origin: Origin | undefined}

function parseQuestion(
  item: QuestionAnswer,
  {label, position, isAboutMyths, origin}: QuestionFrame,
  reading: Reading,
): Question {
  const answer = parseRichText(item.answer, `${label}, answer`, reading, within(origin, 'answer'))
  const isAnswered = answer.some((block) => block.heldBack === null)
  const sourceProblem = isAboutMyths ? mythProblem(item.source) : null
  return {
    key: optionalValue(item._key, 'its key') ?? String(position),
    question: words(item.question, 'the question'),
    answer,
    source: parseSource(item.source),
    heldBack: isAnswered ? sourceProblem : 'The question has no answer yet.',
    mend: within(origin, isAnswered ? 'source' : 'answer'),
    origin,
  }
}

function mythProblem(value: SourceAnswer | Scalar): string | null {
  const source = isFields(value) ? value : null
  const problems = datedSourceProblems({
    publisher: optionalValue(source?.publisher, 'the publisher') ?? undefined,
    title: optionalValue(source?.title, 'the title of the source') ?? undefined,
    url: optionalValue(source?.url, 'the address of the source') ?? undefined,
    publishedOn: optionalDay(source?.publishedOn) ?? undefined,
  })
  return problems.length === 0 ? null : problems.map(({message}) => message).join(' ')
}

function parseSource(value: SourceAnswer | Scalar): Question['source'] {
  if (!isFields(value)) return null
  const address = webAddressOf(value.url, 'the address of the source')
  if (address === null) return null
  return {
    publisher: optionalWords(value.publisher, 'the publisher'),
    title: optionalWords(value.title, 'the title of the source') ?? address,
    address,
    publishedOn: optionalDay(value.publishedOn),
  }
}
