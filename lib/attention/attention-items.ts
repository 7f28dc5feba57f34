import {dayOfMoment} from '../dates.ts'
import type {Standing} from '../sign-off/matters.ts'
import {claimsToReview} from './claims.ts'
import {type Content, contentOf} from './content.ts'
import {untouchedDrafts} from './drafts.ts'
import {missingEvidence} from './evidence.ts'
import {failingLinks, lastTriedInWords} from './failing-links.ts'
import {type AttentionItem, attentionKinds, keyOf, urgencies} from './item.ts'
import {linksWithoutAddress} from './links.ts'
import {missingParts} from './missing-parts.ts'
import {otherHeldBack} from './other-held-back.ts'
import {permissionsToMend} from './permissions.ts'
import {picturesHeldBack} from './pictures.ts'
import type {PlainDocument} from './plain-document.ts'
import {oldRegisterFacts, schoolsWithoutContactRoute} from './schools.ts'
import {signOffToLookAt} from './sign-off.ts'
import {statementToReview} from './statement.ts'

/** When and where somebody looks. */
export type Clock = {
  /** `YYYY-MM-DD`, in the time zone of the person who looks. */
  today: string
  /** Theirs, such as `Europe/London`. */
  timeZone: string
}

/** @param now - the moment, as ISO 8601 */
export function clockAt(now: string, timeZone: string): Clock {
  return {today: dayOfMoment(now, timeZone) ?? now.slice(0, 10), timeZone}
}

/** What staff see when they look. */
export type AttentionList = {
  /** Everything that needs attention, the most urgent first. */
  items: AttentionItem[]
  /** When links were last tried, in a sentence. */
  linksTried: string
}

/**
 * The list of what needs attention in a dataset.
 * @param documents - drafts and published ones, as Content Lake keeps them; of types that nothing is known of, too
 * @param signOff - how the sign-off of documents stands, which the site alone can tell; none where it did not
 */
export function attentionList(
  documents: Iterable<PlainDocument>,
  clock: Clock,
  signOff: readonly Standing[] = [],
): AttentionList {
  const content = contentOf(documents)
  const items = [...itemsOf(content, clock), ...signOffToLookAt(signOff)].sort(byUrgency)
  return {items, linksTried: lastTriedInWords(content, clock.timeZone)}
}

/** The items of {@link attentionList}. */
export function attentionItems(documents: Iterable<PlainDocument>, clock: Clock): AttentionItem[] {
  return itemsOf(contentOf(documents), clock)
}

function itemsOf(content: Content, {today, timeZone}: Clock): AttentionItem[] {
  return [
    ...permissionsToMend(content, today),
    ...missingEvidence(content),
    ...linksWithoutAddress(content),
    ...picturesHeldBack(content, today),
    ...schoolsWithoutContactRoute(content),
    ...otherHeldBack(content),
    ...missingParts(content),
    ...failingLinks(content, timeZone),
    ...statementToReview(content, today),
    ...claimsToReview(content, today),
    ...oldRegisterFacts(content, today),
    ...untouchedDrafts(content, today, timeZone),
  ].sort(byUrgency)
}

/**
 * The order of the list, which is total: by urgency, then by kind as `attentionKinds` has them, then by day, where
 * what nobody has recorded comes first and then the oldest or soonest, then by name; where all are the same, by what
 * tells two items apart.
 */
export function byUrgency(one: AttentionItem, other: AttentionItem): number {
  const [first, second] = [rankOf(one), rankOf(other)]
  const position = first.findIndex((part, index) => part !== second[index])
  const [a, b] = [first[position], second[position]]
  if (a === undefined || b === undefined) return 0
  return a < b ? -1 : 1
}

/** What the order goes by, part by part; numbers are padded, so that all compare as text. */
function rankOf({urgency, kind, since, document, path}: AttentionItem): string[] {
  return [
    String(urgencies.indexOf(urgency)),
    String(attentionKinds.indexOf(kind)).padStart(2, '0'),
    since.day ?? '',
    document.title,
    document.id,
    keyOf(path),
  ]
}

/** What tells an item apart from all others, for as long as it is there. */
export const itemKey = ({kind, document, path}: AttentionItem) => `${kind} ${document.id} ${keyOf(path)}`
