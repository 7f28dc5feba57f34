import {sharedState} from '#lib/shared-state.ts'

/** Ends what would go on for as long as somebody listens, when this process is asked to end. */
export function leaving(): AbortController {
  return sharedState(
    'leaving',
    () => new AbortController(),
    (value): value is AbortController => value instanceof AbortController,
  )
}
