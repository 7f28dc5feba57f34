import {sharedState} from '#lib/shared-state.ts'

/** What became of a letter. The reason is that of `MailNotSentError`, and names nobody. */
export type LetterOutcome = {isSent: boolean; reason: string}

type Memory = {last: LetterOutcome | null}

function memory(): Memory {
  return sharedState<Memory>(
    'last-letter',
    () => ({last: null}),
    (value): value is Memory => typeof value === 'object' && value !== null && 'last' in value,
  )
}

/** The last letter of this process; null before the first. */
export const lastLetter = (): LetterOutcome | null => memory().last

export function noteLetter(outcome: LetterOutcome): void {
  memory().last = outcome
}
