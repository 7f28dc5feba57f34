import {addressProblem} from '#lib/links.ts'
import type {SectionAnswer, SourceAnswer} from '#sanity/lib/content/answers.ts'
import {parseRichText, type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {
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

export const questionsSectionProjection = `
  heading,
  "questions": questions[]{_key, question, "answer": answer${richTextProjection}, source}` as const

export type Question = {
  key: string
  question: string
  answer: RichText
  source: {publisher: string | null; title: string; address: string; publishedOn: string | null} | null
}

export type QuestionsSectionContent = SectionFrame & {type: 'questionsSection'; questions: Question[]}

/** Null without a question that has an answer. */
export function parseQuestionsSection(
  section: SectionAnswer<'questionsSection'>,
  frame: SectionFrame,
  reading: Reading,
): QuestionsSectionContent | null {
  const questions = items(section.questions, `${frame.label}, questions`, reading, (item, position) => {
    const answer = parseRichText(item.answer, `${frame.label}, answer ${position + 1}`, reading)
    if (answer.length === 0 && !reading.preview) return null
    return {
      key: optionalValue(item._key, 'its key') ?? String(position),
      question: words(item.question, 'the question'),
      answer,
      source: parseSource(item.source),
    }
  })
  if (questions.length === 0) return null
  return {
    ...frame,
    heading: optionalWords(section.heading, 'the heading'),
    type: 'questionsSection',
    questions,
  }
}

function parseSource(value: SourceAnswer | Scalar): Question['source'] {
  if (!isFields(value)) return null
  const address = optionalValue(value.url, 'the address of the source')
  if (address === null || addressProblem(address) !== null) return null
  return {
    publisher: optionalWords(value.publisher, 'the publisher'),
    title: optionalWords(value.title, 'the title of the source') ?? address,
    address,
    publishedOn: optionalDay(value.publishedOn),
  }
}
