import {RichText} from '#components/rich-text/index.tsx'
import {dayInWords} from '#lib/dates.ts'
import {Section} from '../section.tsx'
import type {Question, QuestionsSectionContent} from './projection.ts'
import styles from './questions.module.css'

/** Questions with their answers, all of them in sight. */
export function QuestionsSection({section}: {section: QuestionsSectionContent}) {
  const level = section.heading === null ? 2 : 3
  return (
    <Section frame={section}>
      <div className={styles.questions}>
        {section.questions.map((question) => (
          <Answer key={question.key} question={question} level={level} />
        ))}
      </div>
    </Section>
  )
}

function Answer({question: {question, answer, source}, level}: {question: Question; level: 2 | 3}) {
  const Heading = `h${level}` as const
  const published = dayInWords(source?.publishedOn ?? null)
  return (
    <div className={styles.question}>
      <Heading className={styles.asked}>{question}</Heading>
      <RichText value={answer} headingLevel={level === 2 ? 3 : 4} />
      {source !== null && (
        <p className={styles.source}>
          Source: {source.publisher !== null && `${source.publisher}, `}
          <a href={source.address}>{source.title}</a>
          {published !== null && `, ${published}`}
        </p>
      )}
    </div>
  )
}
