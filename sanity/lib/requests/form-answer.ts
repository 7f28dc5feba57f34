import {randomUUID} from 'node:crypto'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {sharedState} from '#lib/shared-state.ts'
import {schoolWrittenToAt} from '#lib/site-addresses.ts'
import {isFields} from '../parse.ts'
import {pathOfRequest} from './for-visitors.ts'

/** Set on every form that is posted, whatever the visitor sent: names the answer that is waited for. */
export const answerHeader = 'x-answer-name'

type Waiting = {response: ServerResponse; isRead: boolean}

type Memory = {waiting: Map<string, Waiting>}

function memory(): Memory {
  return sharedState<Memory>(
    'waiting-answers',
    () => ({waiting: new Map()}),
    (value): value is Memory => isFields(value) && value.waiting instanceof Map,
  )
}

/** Lets the function that a form calls say something about the answer (see `answerWith`). */
export function expectAnswer({method, url, headers}: IncomingMessage, response: ServerResponse): void {
  delete headers[answerHeader]
  if (method !== 'POST' || schoolWrittenToAt(pathOfRequest(url)) === null) return
  const {waiting} = memory()
  const name = randomUUID()
  headers[answerHeader] = name
  waiting.set(name, {response, isRead: false})
  response.setMaxListeners(response.getMaxListeners() + 1)
  response.once('close', () => waiting.delete(name))
}

/**
 * Gives the page that answers a form this status. The form's function cannot: Next.js answers 200 whatever it found
 * wrong, so the answer is changed where Node.js sends it.
 * @param name - the header `answerHeader` of the request
 */
export function answerWith(status: number, name: string | null): void {
  const response = name === null ? undefined : memory().waiting.get(name)?.response
  if (response === undefined) return
  const {writeHead} = response
  response.writeHead = (found: number, ...more: unknown[]) =>
    Reflect.apply(writeHead, response, [found === 200 ? status : found, ...more])
}

/** Says that the function of a form has got what was sent. */
export function noteFormRead(name: string | null): void {
  const waiting = name === null ? undefined : memory().waiting.get(name)
  if (waiting !== undefined) waiting.isRead = true
}

/** Whether a request brought a form that nothing could read: it never came to the form's function. */
export function isUnreadForm({headers}: IncomingMessage): boolean {
  return memory().waiting.get(String(headers[answerHeader]))?.isRead === false
}
