import type {IncomingHttpHeaders} from 'node:http'
import type {Identity, JsonValue} from '../types.ts'

/** One request, after it was found to come from somebody who may ask. */
export type LakeRequest = {
  readonly method: string
  /** `1`, `X` or a date such as `2025-02-19`. */
  readonly version: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly identity: Identity
  readonly token: string | null
  /** The decoded part of the path that the route calls `:name`. */
  parameter(name: string): string
  /** @throws LakeError 400 for malformed JSON, 413 for too much of it. */
  readJson(): Promise<JsonValue>
  /** @throws LakeError 413 for more than `limit` bytes. */
  readBytes(limit: number): Promise<Buffer>
}

type Headers = {[name: string]: string}

/** What a route answers: JSON, bytes, lines as they are made, or a stream of events. */
export type LakeAnswer =
  | {status?: number; headers?: Headers; json: JsonValue}
  | {status?: number; headers?: Headers; body: Buffer | string | null}
  | {headers: Headers; lines: Iterable<string>}
  | {start: (stream: EventStream) => void}

/** One event as `text/event-stream` carries it. The id is what a client sends when it comes back. */
export type StreamEvent = {event: string; data: JsonValue; id?: string}

/** A stream of events to one client, over server-sent events or over the shared WebSocket. */
export type EventStream = {
  send(event: StreamEvent): void
  /** Ends the stream from this side. */
  end(): void
  /** Calls the listener once, when the stream has ended, whoever ended it. */
  onEnd(listener: () => void): void
}

export type Handler = (request: LakeRequest) => LakeAnswer | Promise<LakeAnswer>

/** Whether a request speaks at least the given API version; `X` is newer than all, `1` older. */
export function isAtLeast(version: string, date: string): boolean {
  if (version === 'X') return true
  return version !== '1' && version >= date
}
