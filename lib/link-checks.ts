/** The documents in which `npm run content:check -- --links` keeps what it found at an address. */
export const linkCheckType = 'linkCheck'

/** How a request for an address ended, with the words that staff read. */
export const linkOutcomes = [
  {value: 'works', title: 'It works'},
  {value: 'redirects', title: 'It leads on to another address'},
  {value: 'fails', title: 'The page is not there'},
  {value: 'unreachable', title: 'The server cannot be reached'},
  {value: 'timed-out', title: 'The server did not answer in time'},
] as const

export type LinkOutcome = (typeof linkOutcomes)[number]['value']

/** What came of asking for an address. */
export type LinkAnswer = {
  outcome: LinkOutcome
  /** Of the last answer; undefined when nobody answered. */
  status?: number
  /** Where redirects end. */
  leadsTo?: string
  /** Whether each redirect on the way there is for good, so that the address should be replaced. */
  permanent?: boolean
}

/** The ways in which visitors who click the link arrive nowhere. */
export type LinkFailure = Exclude<LinkOutcome, 'works' | 'redirects'>

/** Whether visitors who click the link arrive nowhere. */
export function linkFails(outcome: LinkOutcome): outcome is LinkFailure {
  return outcome !== 'works' && outcome !== 'redirects'
}

/**
 * Since when an address has failed, or undefined when it does not: from the first check that failed after the last one
 * that did not, so that one bad night is told from a page that is gone.
 * @param before - what the last check kept
 * @param now - of this check, as an ISO date and time
 */
export function failingSince(
  before: string | undefined,
  outcome: LinkOutcome,
  now: string,
): string | undefined {
  return linkFails(outcome) ? (before ?? now) : undefined
}
