import {dayInWords} from '#lib/dates.ts'
import type {AccessibilityFacts} from '#sanity/lib/content/accessibility.ts'
import {Lines} from './lines.tsx'

/** When the statement was made and read again, and how the site was tested. */
export function Testing({facts}: {facts: AccessibilityFacts}) {
  const {testedBy, testedHow} = facts
  const [preparedOn, reviewedOn, testedOn] = [facts.preparedOn, facts.reviewedOn, facts.testedOn].map((day) =>
    dayInWords(day ?? null),
  )
  const sentences = [
    preparedOn && `This statement was prepared on ${preparedOn}.`,
    reviewedOn && `It was last reviewed on ${reviewedOn}.`,
    testedOn && `This website was last tested on ${testedOn}.`,
    testedBy && `The test was carried out by ${testedBy}.`,
  ].filter(Boolean)
  if (sentences.length === 0 && testedHow.length === 0) return null
  return (
    <section>
      <h2>How we tested, and when this was written</h2>
      {sentences.length > 0 && <p>{sentences.join(' ')}</p>}
      {testedHow.length > 0 && <Lines lines={testedHow} />}
    </section>
  )
}
