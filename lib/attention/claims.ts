import {evidenceReviewAdvice} from '../claims.ts'
import {dayInWords} from '../dates.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {dayIn, fieldsIn, type PlainDocument} from './plain-document.ts'

/**
 * Statistics whose evidence is due for another look, or of which nobody has said when it will be: figures age, and the
 * Office for Statistics Regulation asks that what is said with them stays true. Visitors go on seeing the claim, with
 * its date.
 * @param today - `YYYY-MM-DD`
 */
export function claimsToReview(content: Content, today: string): AttentionItem[] {
  return content.versions
    .filter(({type}) => type === 'benefitClaim')
    .flatMap((claim) => itemsIn('claim-review', claim, content, (version) => toReview(version, today)))
}

function toReview({kind, statistic}: PlainDocument, today: string): Finding[] {
  const reviewBy = dayIn(fieldsIn(statistic).reviewBy)
  const reason = kind === 'statistic' ? evidenceReviewAdvice(reviewBy, today) : null
  if (reason === null) return []
  const path = ['statistic', 'reviewBy']
  if (reviewBy === undefined) {
    const since = {day: null, words: 'no day to look again'}
    const remedy = 'A year from today does, where the source says nothing else.'
    return [{path, reason, remedy, since, effect: 'none', urgency: 'later'}]
  }
  return [
    {
      path,
      reason,
      remedy: 'Read its source again, correct what has changed, and give the next day.',
      since: {day: reviewBy, words: `was due by ${dayInWords(reviewBy)}`},
      effect: 'none',
      urgency: 'due',
    },
  ]
}
