import {randomUUID} from 'node:crypto'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {sharedState} from '#lib/shared-state.ts'
import {isFields} from '../parse.ts'

/** Set on every form that is posted, whatever the visitor sent: names the answer that is waited for. */
export const answerHeader = 'x-answer-name'

type Memory = {waiting: Map<string, ServerResponse>}

function memory(): Memory {
  return sharedState<Memory>(
    'waiting-answers',
    () => ({waiting: new Map()}),
    (value): value is Memory => isFields(value) && value.waiting instanceof Map,
  )
}

/** Lets the function that a form calls say something about the answer (see `answerWith`). */
export function expectAnswer({method, headers}: IncomingMessage, response: ServerResponse): void {
  delete headers[answerHeader]
  if (method !== 'POST') return
  const {waiting} = memory()
  const name = randomUUID()
  headers[answerHeader] = name
  waiting.set(name, response)
  response.once('close', () => waiting.delete(name))
}

/**
 * Gives the page that answers a form this status. The form's function cannot: Next.js answers 200 whatever it found
 * wrong, so the answer is changed where Node.js sends it.
 * @param name - the header `answerHeader` of the request
 */
export function answerWith(status: number, name: string | null): void {
  const response = name === null ? undefined : memory().waiting.get(name)
  if (response === undefined) return
  const {writeHead} = response
  response.writeHead = (found: number, ...more: unknown[]) =>
    Reflect.apply(writeHead, response, [found === 200 ? status : found, ...more])
}
