import {dayInWords, dayOfMoment} from '../dates.ts'
import {type LinkFailure, linkCheckType, linkFails, linkOutcomes} from '../link-checks.ts'
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
type Failure = {happened: string; since: Finding['since']; checkedOn: string | null}

/**
 * Links that the last check of links found broken: visitors who follow one arrive nowhere, and a claim whose source
 * cannot be opened cannot be checked. There is one item for each field that uses the address. An address that
 * redirects is none: visitors arrive.
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
  }
}

function usesOf(failing: ReadonlyMap<string, Failure>, document: PlainDocument): Finding[] {
  return [...textsIn(document)].flatMap(({path, text}) => {
    const failure = failing.get(text.trim())
    if (failure === undefined) return []
    const {happened, since, checkedOn} = failure
    const checked = checkedOn === null ? '' : ` when it was tried on ${dayInWords(checkedOn)}`
    return {
      path,
      reason: `The address ${text.trim()} ${happened}${checked}.`,
      remedy: 'Open it, and give the address to which the page has moved, or take the link out.',
      since,
      effect: 'wrong',
      urgency: 'later',
    }
  })
}
