import {mostCodeTries} from '#lib/sign-off/token.ts'
import type {CodeState} from '#sanity/sign-off/decide.ts'

/** What may be wrong about a code besides what the record says of it. */
export type CodeProblem = 'too-many' | 'no-digits'

/**
 * What to say about the code that was sent last: null when it can be typed, undefined when there is none.
 * @param named - what an address says is wrong
 */
export function codeProblem(state: CodeState, named: string | null): string | null | undefined {
  if (named === ('too-many' satisfies CodeProblem))
    return state.kind === 'sent'
      ? 'Many codes were sent already, so there is no new one for an hour. The one in the newest e-mail works for 10 minutes.'
      : 'Many codes were sent already, so there is no new one for an hour. Nothing was decided: have one sent then.'
  switch (state.kind) {
    case 'none':
      return undefined
    case 'over':
      return 'This code no longer works: it is too old, or was tried too often. Send yourself another one.'
    case 'sent':
      if (named === ('no-digits' satisfies CodeProblem)) return 'Type the six digits from the e-mail.'
      return state.triesLeft === mostCodeTries
        ? null
        : `That is not the code in the newest e-mail. You can try ${triesInWords(state.triesLeft)} more.`
  }
}

function triesInWords(tries: number): string {
  return tries === 1 ? 'once' : `${tries} times`
}
