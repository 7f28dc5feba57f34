import {Editable} from '#components/editable/index.tsx'
import {HeldBack} from '#components/held-back/index.tsx'
import {RichText} from '#components/rich-text/index.tsx'
import {dayInWords} from '#lib/dates.ts'
import {within} from '#sanity/lib/origin.ts'
import {Section} from '../section.tsx'
import type {Question, QuestionsSectionContent} from './projection.ts'
import styles from './questions.module.css'

/** Questions with their answers beside them, all of them in sight. */
export function QuestionsSection({section}: {section: QuestionsSectionContent}) {
  const level = section.heading === null ? 2 : 3
  return (
    <Section frame={section} wide>
      <div>
        {section.questions.map((question) => (
          <HeldBack key={question.key} reason={question.heldBack} mend={question.mend}>
            <Answer question={question} level={level} />
          </HeldBack>
        ))}
      </div>
    </Section>
  )
}

function Answer({question: {question, answer, source, origin}, level}: {question: Question; level: 2 | 3}) {
  const place = within(origin, 'source')
  const Heading = `h${level}` as const
  const published = dayInWords(source?.publishedOn ?? null)
  return (
    <div className={styles.question}>
      <Heading className={styles.asked}>{question}</Heading>
      <div className={styles.answer}>
        <RichText value={answer} headingLevel={level === 2 ? 3 : 4} />
        {source !== null && (
          <p className={styles.source}>
            Source:{' '}
            <a href={source.address}>
              {source.publisher !== null && (
                <Editable origin={place} path="publisher">{`${source.publisher}, `}</Editable>
              )}
              <Editable origin={place} path="title">
                {source.title}
              </Editable>
            </a>
            {published !== null && !source.title.includes(published) && (
              <Editable origin={place} path="publishedOn">{`, ${published}`}</Editable>
            )}
          </p>
        )}
      </div>
    </div>
  )
}
