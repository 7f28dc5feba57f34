import {AsyncLocalStorage} from 'node:async_hooks'
import {sharedState} from './shared-state.ts'

/** Goes with a request from the web server in front of the site through the site to the lake, and back. */
export const requestIdHeader = 'x-request-id'

type RequestContext = {requestId: string}

function storage(): AsyncLocalStorage<RequestContext> {
  return sharedState(
    'request-context',
    () => new AsyncLocalStorage<RequestContext>(),
    (value): value is AsyncLocalStorage<RequestContext> => value instanceof AsyncLocalStorage,
  )
}

/** The id of the request that this is done for; null outside of any. */
export function requestId(): string | null {
  return storage().getStore()?.requestId ?? null
}

/** Lets everything that follows in this turn, and all that it starts, be done for a request. */
export function enterRequest(id: string): void {
  storage().enterWith({requestId: id})
}

/** As `enterRequest`, for what the function does and starts alone. */
export function withRequest<Result>(id: string, work: () => Result): Result {
  return storage().run({requestId: id}, work)
}

/**
 * An id that somebody else gave, when it is one: hexadecimal digits and dashes, as web servers and UUIDs write them, so
 * that no words get into the log by this way. Null for anything else.
 */
export function acceptableRequestId(given: unknown): string | null {
  return typeof given === 'string' && /^[\da-f-]{16,64}$/i.test(given) ? given : null
}
