import {sharedState} from '#lib/shared-state.ts'
import {steadyNow} from '#lib/steady-clock.ts'
import {isFields} from './parse.ts'

type Memory = {lastReadAt: number; underWay: number}

function memory(): Memory {
  return sharedState<Memory>(
    'recent-reads',
    () => ({lastReadAt: 0, underWay: 0}),
    (value): value is Memory =>
      isFields(value) && typeof value.lastReadAt === 'number' && typeof value.underWay === 'number',
  )
}

/**
 * Remembers that a page is being made from what the lake says now.
 * @returns to be called once, when the lake has answered or failed
 */
export function beginRead(): () => void {
  const kept = memory()
  kept.underWay += 1
  return () => {
    kept.underWay -= 1
    kept.lastReadAt = steadyNow()
  }
}

/** Whether the lake is being asked just now. */
export function isReading(): boolean {
  return memory().underWay > 0
}

/** Whether a page may still be in the making from an answer that is at most this old. */
export function wasReadWithin(milliseconds: number): boolean {
  return isReading() || steadyNow() - memory().lastReadAt <= milliseconds
}
