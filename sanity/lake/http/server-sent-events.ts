import type {ServerResponse} from 'node:http'
import {formatEvent} from './event-format.ts'
import type {EventStream} from './exchange.ts'

/** Milliseconds. A proxy such as Next.js's closes a stream that is silent for 30 seconds. */
export const heartbeatInterval = 15_000

/** Bytes that may wait for a client that does not read. It is cut off then, and resumes or starts anew. */
const patience = 16 * 1024 * 1024

/** Milliseconds after which a client whose stream broke may come back. */
const retryAfter = 1000

export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/** Turns the answer into `text/event-stream`. */
export function openEventStream(response: ServerResponse): EventStream {
  response.writeHead(200, eventStreamHeaders)
  response.write(`retry: ${retryAfter}\n\n`)
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatInterval)
  const onEnd = (listener: () => void) => {
    // Who has gone before the stream began does not go once more.
    if (response.closed) queueMicrotask(listener)
    else response.once('close', listener)
  }
  onEnd(() => clearInterval(heartbeat))
  return {
    send(event) {
      if (response.destroyed || response.writableEnded) return
      response.write(formatEvent(event))
      if (response.writableLength > patience) response.destroy()
    },
    end: () => response.end(),
    onEnd,
  }
}
