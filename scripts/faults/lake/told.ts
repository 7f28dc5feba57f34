import {setTimeout as wait} from 'node:timers/promises'
import type {Note} from '../outcome.ts'
import type {Retold} from './check-file.ts'
import type {Receiver, Told} from './receiver.ts'

/** The webhook's messages come one after the other, and may be many; this long none may stay away. */
const patienceMs = 60_000

const nameOf = ({transactionId, documentId}: Told[number]) => `${transactionId} ${documentId}`

/** Resolves when each owed message has come, or none comes any more. */
export async function untilTold({told}: Receiver, {owed}: Retold, note: Note = () => {}): Promise<void> {
  const missing = new Set(owed.map(nameOf))
  let [read, cameLast] = [0, Date.now()]
  while (missing.size > 0 && Date.now() - cameLast < patienceMs) {
    if (read < told.length) cameLast = Date.now()
    for (; read < told.length; read++) {
      const message = told[read]
      if (message) missing.delete(nameOf(message))
    }
    note(`${missing.size} messages are still to come`)
    await wait(100)
  }
}

/**
 * Each owed message came, and for the first time in the order of the changes.
 * @returns what is wrong
 */
export function checkTold(told: Told, {owed}: Retold): string[] {
  const first = new Set(told.map(nameOf))
  const names = new Set(owed.map(nameOf))
  const missing = [...names].filter((name) => !first.has(name))
  const inOrder = [...first].filter((name) => names.has(name)).join() === [...names].join()
  return [
    ...missing.map((name) => `the webhook was never told of ${name}`),
    ...(missing.length > 0 || inOrder ? [] : ['the webhook was told in another order than things changed']),
  ]
}

/** How many messages came that had come before. */
export function countRepeated(told: Told): number {
  return told.length - new Set(told.map(nameOf)).size
}
