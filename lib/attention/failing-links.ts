import {dayInWords, dayOfMoment} from '../dates.ts'
import {failsAgain, type LinkFailure, linkCheckType, linkFails, linkOutcomes} from '../link-checks.ts'
import type {Content} from './content.ts'
import {type AttentionItem, type Finding, itemsIn} from './item.ts'
import {type PlainDocument, textIn} from './plain-document.ts'
import {textsIn} from './walk.ts'

const failures: {readonly [outcome in LinkFailure]: string} = {
  fails: 'did not work',
  unreachable: 'could not be reached',
  'timed-out': 'did not answer in time',
}

/** A check of an address at which visitors do not arrive. */
type Failure = {
  happened: string
  since: Finding['since']
  checkedOn: string | null
  /** Whether it has failed at more than one check. */
  again: boolean
}

/**
 * Links that the last check of links found broken: visitors who follow one arrive nowhere, and a claim whose source
 * cannot be opened cannot be checked. There is one item for each field that uses the address. An address that
 * redirects is none: visitors arrive. One that has failed once may have had a bad night: it is due for a look, and only
 * when it fails again are visitors taken to be affected.
 * @param timeZone - where the staff are, such as `Europe/London`
 */
export function failingLinks(content: Content, timeZone: string): AttentionItem[] {
  const failing = failuresByAddress(content, timeZone)
  if (failing.size === 0) return []
  return content.versions
    .filter(({type}) => type !== linkCheckType)
    .flatMap((versions) =>
      itemsIn('failing-link', versions, content, (document) => usesOf(failing, document)),
    )
}

/**
 * When links were last tried, in a sentence for the people who look at the list: it says nothing of links that nobody has
 * tried since.
 * @param timeZone - where the staff are, such as `Europe/London`
 */
export function lastTriedInWords({versions}: Content, timeZone: string): string {
  const days = versions
    .filter(({type}) => type === linkCheckType)
    .map(({latest}) => dayOfMoment(textIn(latest.checkedAt) ?? '', timeZone))
    .filter((day) => day !== null)
  const last = days.toSorted().at(-1)
  return last === undefined
    ? 'Nobody has tried yet whether the links to other websites work. Ask whoever looks after the site to try them.'
    : `Links to other websites were last tried on ${dayInWords(last)}.`
}

function failuresByAddress({versions}: Content, timeZone: string): Map<string, Failure> {
  const checks = versions.filter(({type}) => type === linkCheckType).map(({latest}) => latest)
  return new Map(
    checks.flatMap((check): [string, Failure][] => {
      const address = textIn(check.address)
      const outcome = linkOutcomes.find(({value}) => value === check.outcome)?.value
      return address === undefined || outcome === undefined || !linkFails(outcome)
        ? []
        : [[address, failureOf(check, failures[outcome], timeZone)]]
    }),
  )
}

function failureOf(check: PlainDocument, failed: string, timeZone: string): Failure {
  const checkedOn = dayOfMoment(textIn(check.checkedAt) ?? '', timeZone)
  const day = dayOfMoment(textIn(check.failingSince) ?? '', timeZone) ?? checkedOn
  const status = typeof check.status === 'number' ? ` (the answer was ${check.status})` : ''
  return {
    happened: `${failed}${status}`,
    since: {day, words: day === null ? 'when is not known' : `since ${dayInWords(day)}`},
    checkedOn,
    again: failsAgain(textIn(check.failingSince), textIn(check.checkedAt)),
  }
}

const firstFailure = ' That was its first failure, so it may have been one bad day.'

function usesOf(failing: ReadonlyMap<string, Failure>, document: PlainDocument): Finding[] {
  return [...textsIn(document)].flatMap(({path, text}) => {
    const failure = failing.get(text.trim())
    if (failure === undefined) return []
    const {happened, since, checkedOn, again} = failure
    const checked = checkedOn === null ? '' : ` when it was tried on ${dayInWords(checkedOn)}`
    return {
      path,
      reason: `The address ${text.trim()} ${happened}${checked}.${again ? '' : firstFailure}`,
      remedy:
        'Open it. If nothing is there, give the address to which the page has moved, or take the link out.',
      since,
      effect: again ? 'wrong' : 'none',
      urgency: 'due',
    }
  })
}
