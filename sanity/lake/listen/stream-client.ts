import {formatEvent} from '../http/event-format.ts'
import {type StreamCommand, type StreamMessage, streamProtocol} from './stream-protocol.ts'

/** As much of `fetch` as `@sanity/client` uses. */
type Fetch = (input: string, init?: FetchInit) => Promise<Response>
type FetchInit = Omit<RequestInit, 'headers'> & {
  headers?: HeadersInit | Record<string, string> | [string, string][]
}

/** Milliseconds without a word from the lake, which speaks every 15 seconds, after which a socket counts as dead. */
const longestSilence = 40_000

/** Milliseconds until the client asks again after a drop. */
const retryAfter = 1000

/** Milliseconds that a socket without streams stays open, for the next page of the Studio. */
const idleTime = 5000

/**
 * A `fetch` for browsers that sends event streams of the lake over one WebSocket and all else to `otherwise`.
 * To its caller a stream looks like any `text/event-stream`: reconnecting, resuming and signing in again stay the
 * business of `@sanity/client`.
 * @param lakeUrl - e.g. `http://localhost:3000/lake`
 */
export function createStreamFetch(lakeUrl: string, otherwise: Fetch): Fetch {
  const connection = new StreamConnection(`${lakeUrl.replace(/^http/, 'ws')}/streams`)
  return (input, init) => {
    const path = input.startsWith(`${lakeUrl}/`) ? input.slice(lakeUrl.length) : ''
    return /^\/v[^/]+\/data\/(listen|live\/events)\//.test(path)
      ? connection.open(path, new Headers(init?.headers), init?.signal ?? null)
      : otherwise(input, init)
  }
}

type Stream = {
  command: StreamCommand
  answer: (response: Response) => void
  fail: (reason: unknown) => void
  body: ReadableStreamDefaultController<Uint8Array> | null
}

class StreamConnection {
  readonly #url: string
  readonly #streams = new Map<string, Stream>()
  readonly #encoder = new TextEncoder()
  #socket: WebSocket | null = null
  #silence: ReturnType<typeof setTimeout> | undefined
  #idle: ReturnType<typeof setTimeout> | undefined
  #lastId = 0

  constructor(url: string) {
    this.#url = url
  }

  open(path: string, headers: Headers, signal: AbortSignal | null): Promise<Response> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    this.#lastId += 1
    const id = String(this.#lastId)
    const authorization = headers.get('authorization')
    const lastEventId = headers.get('last-event-id')
    const command: StreamCommand = {
      type: 'open',
      id,
      path,
      ...(authorization === null ? {} : {authorization}),
      ...(lastEventId === null ? {} : {lastEventId}),
    }
    return new Promise((answer, fail) => {
      this.#streams.set(id, {command, answer, fail, body: null})
      signal?.addEventListener('abort', () => this.#abort(id, signal.reason), {once: true})
      const socket = this.#connect()
      if (socket.readyState === WebSocket.OPEN) send(socket, command)
    })
  }

  #connect(): WebSocket {
    clearTimeout(this.#idle)
    if (this.#socket) return this.#socket
    const socket = new WebSocket(this.#url, streamProtocol)
    this.#socket = socket
    socket.onopen = () => {
      for (const {command} of this.#streams.values()) send(socket, command)
      this.#awaitWord(socket)
    }
    socket.onmessage = ({data}) => {
      if (this.#socket !== socket) return
      this.#awaitWord(socket)
      this.#receive(JSON.parse(String(data)))
    }
    socket.onclose = () => this.#drop(socket)
    return socket
  }

  #awaitWord(socket: WebSocket): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#drop(socket), longestSilence)
  }

  #receive(message: StreamMessage): void {
    if (message.type === 'heartbeat') return
    const stream = this.#streams.get(message.id)
    if (!stream) return
    switch (message.type) {
      case 'opened':
        stream.answer(this.#answerOf(stream, message.id))
        return
      case 'refused':
        this.#forget(message.id)
        stream.answer(Response.json(message.body, {status: message.status}))
        return
      case 'event': {
        const {event, data, lastEventId} = message
        const id = lastEventId === undefined ? {} : {id: lastEventId}
        stream.body?.enqueue(this.#encoder.encode(formatEvent({event, data, ...id})))
        return
      }
      case 'closed':
        this.#forget(message.id)
        stream.body?.close()
    }
  }

  #answerOf(stream: Stream, id: string): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream.body = controller
        controller.enqueue(this.#encoder.encode(`retry: ${retryAfter}\n\n`))
      },
      cancel: () => {
        stream.body = null
        this.#close(id)
      },
    })
    return new Response(body, {headers: {'content-type': 'text/event-stream'}})
  }

  #abort(id: string, reason: unknown): void {
    const stream = this.#streams.get(id)
    if (!stream) return
    this.#close(id)
    if (stream.body) stream.body.error(reason)
    else stream.fail(reason)
  }

  #close(id: string): void {
    if (!this.#streams.has(id)) return
    if (this.#socket?.readyState === WebSocket.OPEN) send(this.#socket, {type: 'close', id})
    this.#forget(id)
  }

  #forget(id: string): void {
    this.#streams.delete(id)
    if (this.#streams.size > 0) return
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      if (this.#socket && this.#streams.size === 0) this.#drop(this.#socket)
    }, idleTime)
  }

  /** The socket is gone: every stream ends, and the client asks for each of them again. */
  #drop(socket: WebSocket): void {
    if (this.#socket !== socket) return
    this.#socket = null
    clearTimeout(this.#silence)
    clearTimeout(this.#idle)
    socket.close()
    const dropped = [...this.#streams.values()]
    this.#streams.clear()
    for (const {body, fail} of dropped) {
      if (body) body.close()
      else fail(new TypeError('The connection to the local Content Lake broke'))
    }
  }
}

function send(socket: WebSocket, command: StreamCommand): void {
  socket.send(JSON.stringify(command))
}
