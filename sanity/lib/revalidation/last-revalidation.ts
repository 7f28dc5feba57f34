import {sharedState} from '#lib/shared-state.ts'
import {isFields} from '../parse.ts'

/** What `/api/health` says of the last message that this process took from the webhook. */
export type Revalidation = {
  /** When the message came, ISO 8601. */
  receivedAt: string
  documentId: string
  /** When the pages were fresh, ISO 8601; null while they are being made. */
  warmedAt: string | null
  /** Pages that were not fresh in time. */
  latePaths: string[]
  /** Whether the pages could not even be asked for. */
  hasFailed: boolean
}

type Memory = {last: Revalidation | null; underWay: number; missed: number}

function memory(): Memory {
  return sharedState<Memory>(
    'last-revalidation',
    () => ({last: null, underWay: 0, missed: 0}),
    (value): value is Memory => isFields(value) && 'last' in value && typeof value.underWay === 'number',
  )
}

/** The last revalidation since this process started; null when there was none. */
export function lastRevalidation(): Revalidation | null {
  return memory().last
}

export function rememberRevalidation(revalidation: Revalidation): void {
  memory().last = revalidation
}

/** How many changes this process had to find out about by itself, because the webhook did not tell of them. */
export function missedChanges(): number {
  return memory().missed
}

export function noteMissed(count: number): void {
  memory().missed += count
}

/** How many messages were taken whose pages are not all made again yet; 0 means that the site says what the lake says. */
export function revalidationsUnderWay(): number {
  return memory().underWay
}

/**
 * Counts a message as under way.
 * @returns to be called once, when its pages are made
 */
export function beginRevalidation(): () => void {
  const kept = memory()
  kept.underWay += 1
  return () => {
    kept.underWay -= 1
  }
}
