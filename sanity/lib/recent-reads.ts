import {isFields} from './parse.ts'
import {sharedState} from './shared-state.ts'

type Memory = {lastReadAt: number}

function memory(): Memory {
  return sharedState<Memory>(
    'recent-reads',
    () => ({lastReadAt: 0}),
    (value): value is Memory => isFields(value) && typeof value.lastReadAt === 'number',
  )
}

/** Remembers that a page is being made from what the lake says now. */
export function noteRead(): void {
  memory().lastReadAt = Date.now()
}

/** Whether a page may still be in the making from an answer that is at most this old. */
export function wasReadWithin(milliseconds: number): boolean {
  return Date.now() - memory().lastReadAt <= milliseconds
}
