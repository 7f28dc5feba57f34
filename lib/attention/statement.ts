import {dayInWords} from '../dates.ts'
import {reviewProblem} from '../statement-review.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {dayIn, fieldsIn, type PlainDocument} from './plain-document.ts'

/**
 * The accessibility statement, when nobody has reviewed it for twelve months: the accessibility regulations of 2018 for
 * public sector bodies want it kept up to date, and the government's guidance on them reviewed once a year.
 * @param today - `YYYY-MM-DD`
 */
export function statementToReview(content: Content, today: string): AttentionItem[] {
  return content.versions
    .filter(({type}) => type === 'siteSettings')
    .flatMap((settings) =>
      itemsIn('statement-review', settings, content, (version) => toReview(version, today)),
    )
}

function toReview({accessibilityStatement}: PlainDocument, today: string): Finding[] {
  const reviewedOn = dayIn(fieldsIn(accessibilityStatement).reviewedOn)
  const remedy = reviewProblem({reviewedOn}, today)
  if (remedy === null) return []
  return [
    {
      path: ['accessibilityStatement', 'reviewedOn'],
      reason: 'Public bodies review their accessibility statement every year.',
      remedy,
      since: reviewedOn
        ? {day: reviewedOn, words: `last reviewed on ${dayInWords(reviewedOn)}`}
        : {day: null, words: 'never reviewed'},
      effect: 'none',
      urgency: 'due',
    },
  ]
}
