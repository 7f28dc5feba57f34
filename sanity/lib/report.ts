import {log} from '#lib/log/log.ts'
import {sharedState} from '#lib/shared-state.ts'
import {isFields} from './parse.ts'

/** Next.js renders a page several times over to make it once; the log says it once. */
const sayAgainAfterMs = 60_000
const mostRemembered = 500

type Memory = {said: Map<string, number>}

function memory(): Memory {
  return sharedState<Memory>(
    'content-problems',
    () => ({said: new Map()}),
    (value): value is Memory => isFields(value) && value.said instanceof Map,
  )
}

/**
 * One line in the server's log about content that staff should look at. No words of the content itself.
 * @param level - `error` when content could not be read at all, or a change did not come through
 */
export function reportContentProblem(problem: string, level: 'warn' | 'error' = 'warn'): void {
  const {said} = memory()
  // Unlike the time of day, this clock may be read while a page is made ahead of its visitors.
  const now = performance.now()
  if (now - (said.get(problem) ?? Number.NEGATIVE_INFINITY) < sayAgainAfterMs) return
  if (said.size >= mostRemembered) said.clear()
  said.set(problem, now)
  log[level]('content', problem)
}
