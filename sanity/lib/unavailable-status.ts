import diagnostics from 'node:diagnostics_channel'
import {ServerResponse} from 'node:http'
import {isFields} from './parse.ts'
import {sharedState} from './shared-state.ts'

/** An error page made this shortly after content could not be read is about content. */
const aboutContentMs = 15_000
const retryAfterSeconds = 30

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
  memory().failedAt = Date.now()
}

/**
 * Makes the error page of unreadable content a 503, which tells search engines and monitors to come back. Next.js
 * knows no other status than 500 for a page that fails, so the answer is changed where Node.js sends it.
 * Called once, when the server starts.
 */
export function answerUnreadableContentWith503(): void {
  diagnostics.subscribe('http.server.request.start', (message) => {
    if (isFields(message) && message.response instanceof ServerResponse) correctStatus(message.response)
  })
}

function correctStatus(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (status: number, ...more: unknown[]) => {
    const aboutContent = status === 500 && Date.now() - memory().failedAt < aboutContentMs
    if (aboutContent) response.setHeader('retry-after', String(retryAfterSeconds))
    return Reflect.apply(writeHead, response, [aboutContent ? 503 : status, ...more])
  }
}
