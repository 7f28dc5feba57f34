import {dayInWords, daysAfter} from '../dates.ts'
import {
  lastDayOfPermission,
  type Permission,
  permissionLapsesIn,
  permissionProblem,
  proofIdOf,
} from '../testimonials.ts'
import {type Content, titleOfTestimonial, type Versions} from './content.ts'
import {type AttentionItem, type Finding, itemsOf, type Since} from './item.ts'
import {dayIn, type Path, type PlainDocument} from './plain-document.ts'

/**
 * Testimonials whose permission has lapsed, was withdrawn, was never proved, or lapses within 60 days. Advertising rules
 * (CAP Code 3.45 to 3.48) want proof and permission behind each; without, it is held back. What is opened is the
 * private proof; what is said here of it is its days alone, never who spoke.
 * @param today - `YYYY-MM-DD`
 */
export function permissionsToMend(content: Content, today: string): AttentionItem[] {
  return content.versions
    .filter(({type}) => type === 'testimonial')
    .flatMap((testimonial) => itemsOfTestimonial(testimonial, content, today))
}

function itemsOfTestimonial({id, published}: Versions, content: Content, today: string): AttentionItem[] {
  const proof = content.byId.get(proofIdOf(id))
  const [latest, shown] = told(findingOf(proof?.latest, today), findingOf(proof?.published, today))
  return itemsOf({
    kind: 'permission',
    document: {id: proofIdOf(id), type: 'testimonialProof', title: titleOfTestimonial(id, content)},
    hasDraft: Boolean(proof?.draft),
    latest,
    published: published && shown,
  })
}

/**
 * A testimonial has one permission and one item, whichever of its days is wrong. Where it holds in one version of the
 * proof and not in the other, the version in which it does not hold is spoken of.
 */
function told(latest: Finding | null, shown: Finding | null): [Finding[], Finding[]] {
  if (latest === null || shown === null) return [latest ? [latest] : [], shown ? [shown] : []]
  if (latest.effect === shown.effect) return [[latest], [{...shown, path: latest.path}]]
  return latest.effect === 'none' ? [[], [shown]] : [[latest], []]
}

function permissionOf(proof: PlainDocument | null | undefined): Permission | null {
  if (!proof) return null
  return {
    permissionGivenOn: dayIn(proof.permissionGivenOn),
    permissionExpiresOn: dayIn(proof.permissionExpiresOn),
    permissionWithdrawnOn: dayIn(proof.permissionWithdrawnOn),
  }
}

function findingOf(proof: PlainDocument | null | undefined, today: string): Finding | null {
  const permission = permissionOf(proof)
  const problem = permissionProblem(permission, today)
  if (problem !== null)
    return {...problemAt(permission, today), reason: problem, effect: 'held-back', urgency: 'later'}
  const days = permissionLapsesIn(permission, today)
  const lastDay = permission && lastDayOfPermission(permission)
  if (days === null || lastDay === null) return null
  const isWithdrawn = lastDay !== permission?.permissionExpiresOn
  return {
    path: [isWithdrawn ? 'permissionWithdrawnOn' : 'permissionExpiresOn'],
    reason: `Permission holds until the end of ${dayInWords(lastDay)}; from the day after, the testimonial is held back.`,
    remedy: isWithdrawn
      ? 'The person has taken it back: choose another testimonial for the pages that show this one.'
      : 'Ask for it again now, and give the new day, or choose another testimonial.',
    since: {day: lastDay, words: lapsesInWords(days)},
    effect: 'none',
    urgency: 'due',
  }
}

function lapsesInWords(days: number): string {
  if (days === 0) return 'lapses at the end of today'
  return days === 1 ? 'lapses at the end of tomorrow' : `lapses in ${days} days`
}

type Place = {path: Path; since: Since; remedy: string}

const askAgain = 'Ask for permission again, or take the testimonial off the site.'

/** Where a permission that does not hold is mended, in the order in which the rule looks. */
function problemAt(permission: Permission | null, today: string): Place {
  const {permissionGivenOn: givenOn, permissionWithdrawnOn: withdrawnOn} = permission ?? {}
  if (permission === null) {
    return {
      path: ['saidBy'],
      since: {day: null, words: 'no proof yet'},
      remedy: 'Fill in the proof and publish it.',
    }
  }
  if (!givenOn || givenOn > today) {
    return {
      path: ['permissionGivenOn'],
      since: {day: null, words: 'no permission yet'},
      remedy: 'Give the day, and publish the proof.',
    }
  }
  const isWithdrawn = Boolean(withdrawnOn && withdrawnOn <= today)
  const lastDay = lastDayOfPermission(permission)
  const day = isWithdrawn ? (withdrawnOn ?? null) : lastDay && daysAfter(lastDay, 1)
  return {
    path: [isWithdrawn ? 'permissionWithdrawnOn' : 'permissionExpiresOn'],
    since: {day, words: `since ${dayInWords(day)}`},
    remedy: isWithdrawn ? 'Take the testimonial off the site, or ask for permission again.' : askAgain,
  }
}
