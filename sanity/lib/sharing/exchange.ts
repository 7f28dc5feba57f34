import {siteMetrics} from '#lib/metrics/site-metrics.ts'
import {sharedState} from '#lib/shared-state.ts'
import type {Marks} from '#lib/tag-marks.ts'
import {isFields} from '../parse.ts'
import type {DocumentChange} from '../revalidation/change.ts'

/** How the processes of one site tell each other what has changed. */
export type Exchange = {
  /** Never throws, and is done soon, whatever state the others are in. */
  tell: (marks: Marks, change: DocumentChange) => Promise<void>
  isConnected: () => boolean
}

type Memory = {exchange: Exchange | null}

function memory(): Memory {
  return sharedState<Memory>(
    'exchange',
    () => ({exchange: null}),
    (value): value is Memory => isFields(value) && 'exchange' in value,
  )
}

/** Called once, when a process that has others beside it starts. */
export function joinExchange(exchange: Exchange): void {
  memory().exchange = exchange
  siteMetrics().registry.measured({
    name: 'site_sharing_connected',
    help: 'Whether this process hears of what the others change, through Redis: 1 or 0.',
    type: 'gauge',
    read: () => [{labels: {}, value: exchange.isConnected() ? 1 : 0}],
  })
}

/** Tells the other processes of this site, if there are any, what this one has made out of date. */
export async function tellOthers(marks: Marks, change: DocumentChange): Promise<void> {
  await memory().exchange?.tell(marks, change)
}

/** Whether this process is the only one, or hears the others, or goes on by itself until it hears them again. */
export function sharing(): 'alone' | 'connected' | 'disconnected' {
  const {exchange} = memory()
  if (exchange === null) return 'alone'
  return exchange.isConnected() ? 'connected' : 'disconnected'
}
