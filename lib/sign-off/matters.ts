import type {SignOffState} from './state.ts'

/** How the sign-off of a document stands, as the list of all of them has it. */
export type Standing = {
  title: string
  state: SignOffState
  /** Whether the day has passed by which an answer was asked for. */
  isOverdue: boolean
  /** What visitors see of something that is published without an agreement: nothing, or, of a page, all of it. */
  withoutAgreement: 'hidden' | 'shown' | null
}

/** What staff have to know of beside the list of everything, the most urgent first. */
export const matters = ['hidden', 'shown', 'changes-asked', 'overdue'] as const
export type Matter = (typeof matters)[number]

/** What each is called, and what it says of the documents that are named behind it. */
export const matterWords: {readonly [matter in Matter]: {title: string; meaning: string}} = {
  hidden: {
    title: 'Words that no school has agreed to',
    meaning: 'Held back from visitors:',
  },
  shown: {
    title: 'Pages that no school has agreed to',
    meaning: 'Visitors see it all the same:',
  },
  'changes-asked': {title: 'A school asks for changes', meaning: 'Answered with no:'},
  overdue: {
    title: 'A school has not answered in time',
    meaning: 'Asked, and not answered by the day that was given:',
  },
}

/**
 * The documents of each matter by their titles, each document once: where it is the most urgent. Matters without any are
 * left out.
 */
export function mattersOf(standings: readonly Standing[]): {matter: Matter; titles: string[]}[] {
  return matters
    .map((matter) => ({
      matter,
      titles: standings.filter((each) => matterOf(each) === matter).map(({title}) => title),
    }))
    .filter(({titles}) => titles.length > 0)
}

function matterOf({state, isOverdue, withoutAgreement}: Standing): Matter | null {
  if (withoutAgreement !== null) return withoutAgreement
  if (state === 'changes-asked') return state
  return isOverdue || state === 'expired' ? 'overdue' : null
}

/** So many documents are named; of the others the number is. */
const mostNamed = 3

/** What a matter is about, in a sentence. */
export function matterInWords({matter, titles}: {matter: Matter; titles: readonly string[]}): string {
  const named = titles.slice(0, mostNamed)
  const more = titles.length - named.length
  return `${matterWords[matter].meaning} ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}.`
}
