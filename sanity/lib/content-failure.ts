import {sharedState} from '#lib/shared-state.ts'
import {steadyNow} from '#lib/steady-clock.ts'
import {isFields} from './parse.ts'

/** A page that fails this shortly after content could not be read fails for that reason. */
const aboutContentMs = 15_000

type Memory = {failedAt: number}

function memory(): Memory {
  return sharedState<Memory>(
    'content-failure',
    () => ({failedAt: Number.NEGATIVE_INFINITY}),
    (value): value is Memory => isFields(value) && typeof value.failedAt === 'number',
  )
}

/** Remembers that content could not be read. */
export function noteContentFailure(): void {
  memory().failedAt = steadyNow()
}

/** Whether content could not be read just now. */
export function didContentFail(): boolean {
  return steadyNow() - memory().failedAt < aboutContentMs
}
