import {EditableLine, hasWords, type LinePart} from '#components/editable/index.tsx'
import {dayInWords} from '#lib/dates.ts'
import type {AccessibilityFacts} from '#sanity/lib/content/accessibility.ts'
import {within} from '#sanity/lib/origin.ts'
import {Lines} from './lines.tsx'

/** When the statement was made and read again, and how the site was tested. */
export function Testing({facts}: {facts: AccessibilityFacts}) {
  const {testedBy, testedHow, origin} = facts
  const preparedOn = dayInWords(facts.preparedOn)
  const reviewedOn = dayInWords(facts.reviewedOn)
  const testedOn = dayInWords(facts.testedOn)
  const sentences: LinePart[] = [
    {path: 'preparedOn', words: preparedOn && `This statement was prepared on ${preparedOn}.`},
    {path: 'reviewedOn', words: reviewedOn && `It was last reviewed on ${reviewedOn}.`},
    {path: 'testedOn', words: testedOn && `This website was last tested on ${testedOn}.`},
    {path: 'testedBy', words: testedBy && `The test was carried out by ${testedBy}.`},
  ]
  if (!hasWords(sentences) && testedHow.length === 0) return null
  return (
    <section>
      <h2>How we tested, and when this was written</h2>
      {hasWords(sentences) && (
        <p>
          <EditableLine origin={origin} parts={sentences} joint=" " />
        </p>
      )}
      {testedHow.length > 0 && <Lines lines={testedHow} origin={within(origin, 'testedHow')} />}
    </section>
  )
}
