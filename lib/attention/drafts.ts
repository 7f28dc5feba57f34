import {dayInWords, dayOfMoment, daysBetween} from '../dates.ts'
import {type Content, titleOf, type Versions} from './content.ts'
import type {AttentionItem} from './item.ts'
import {textIn} from './plain-document.ts'

/** Days without a change after which a draft is listed. */
export const draftRestDays = 30

/**
 * Drafts that nobody has changed for thirty days. What lies that long is forgotten, and whoever publishes something
 * else in the document later publishes the forgotten change with it.
 * @param today - `YYYY-MM-DD`, where the staff are
 * @param timeZone - theirs, such as `Europe/London`
 */
export function untouchedDrafts(content: Content, today: string, timeZone: string): AttentionItem[] {
  return content.versions.flatMap((versions) => {
    const changedOn = dayOfMoment(textIn(versions.draft?._updatedAt) ?? '', timeZone)
    const days = changedOn === null ? 0 : daysBetween(changedOn, today)
    return changedOn === null || days < draftRestDays ? [] : [untouched(versions, content, changedOn, days)]
  })
}

function untouched(versions: Versions, content: Content, changedOn: string, days: number): AttentionItem {
  const {id, type, published} = versions
  const remedy = published ? 'Publish its changes or discard them.' : 'Finish and publish it, or delete it.'
  return {
    kind: 'old-draft',
    urgency: 'later',
    document: {id, type, title: titleOf(versions, content)},
    path: [],
    reason: `Nobody has changed this draft for ${days} days. ${remedy}`,
    since: {day: changedOn, words: `since ${dayInWords(changedOn)}`},
    effect: 'none',
  }
}
