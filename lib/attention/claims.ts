import {reviewOverdue} from '../claims.ts'
import {dayInWords} from '../dates.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {dayIn, fieldsIn, type PlainDocument} from './plain-document.ts'

/**
 * Statistics whose evidence is due for another look: figures age, and the Office for Statistics Regulation asks that
 * what is said with them stays true. Visitors go on seeing the claim, with its date.
 * @param today - `YYYY-MM-DD`
 */
export function claimsToReview(content: Content, today: string): AttentionItem[] {
  return content.versions
    .filter(({type}) => type === 'benefitClaim')
    .flatMap((claim) => itemsIn('claim-review', claim, content, (version) => overdue(version, today)))
}

function overdue({kind, statistic}: PlainDocument, today: string): Finding[] {
  const reviewBy = dayIn(fieldsIn(statistic).reviewBy)
  if (kind !== 'statistic' || reviewBy === undefined || !reviewOverdue(reviewBy, today)) return []
  return [
    {
      path: ['statistic', 'reviewBy'],
      reason: 'The evidence of this statistic is due for another look.',
      remedy: 'Read its source again, correct what has changed, and give the next day.',
      since: {day: reviewBy, words: `was due by ${dayInWords(reviewBy)}`},
      effect: 'none',
      urgency: 'due',
    },
  ]
}
