import type {JsonValue} from '../types.ts'

/**
 * How one WebSocket carries all event streams of a browser tab. A browser allows six HTTP/1.1 connections to
 * an origin and one open document of the Studio listens six times, so with a connection each nothing else would
 * get through. Each message is a JSON object in a text frame.
 *
 * The socket is opened at `/streams` with this name as its subprotocol. Each stream sends its own token, so one
 * socket serves everybody in the tab; the `Origin` of the socket is checked once, when it is opened.
 */
export const streamProtocol = 'content-lake-streams.1'

/** From the browser. `id` is chosen by it and names the stream from then on. */
export type StreamCommand =
  | {
      type: 'open'
      id: string
      /** Path and query string of an event stream, e.g. `/v2025-02-19/data/listen/production?query=*`. */
      path: string
      authorization?: string
      /** The id of the last event that was received, when a broken stream is resumed. */
      lastEventId?: string
    }
  | {type: 'close'; id: string}

/** From the lake. */
export type StreamMessage =
  | {type: 'opened'; id: string}
  /** The stream was not opened; status and body are those of the same request over HTTP. */
  | {type: 'refused'; id: string; status: number; body: JsonValue}
  | {type: 'event'; id: string; event: string; data: JsonValue; lastEventId?: string}
  /** The lake ended the stream. */
  | {type: 'closed'; id: string}
  /** Every 15 seconds. A socket without one for 40 seconds is dead. */
  | {type: 'heartbeat'}
