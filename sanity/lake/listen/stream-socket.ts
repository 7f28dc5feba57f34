import type {WebSocket} from 'ws'
import {bearerToken} from '../access/identities.ts'
import {LakeError, plainError} from '../errors.ts'
import type {EventStream, LakeAnswer} from '../http/exchange.ts'
import {dispatch, type HttpOptions, parseTarget} from '../http/server.ts'
import {heartbeatInterval} from '../http/server-sent-events.ts'
import {sendWithin} from '../http/sockets.ts'
import type {JsonValue} from '../types.ts'
import type {StreamCommand, StreamMessage} from './stream-protocol.ts'

/** Streams that one socket may hold open. */
const mostStreams = 500

type OpenStream = {end: () => void}

/** Serves the event streams of one browser tab. `options` holds the routes that may be opened. */
export function serveStreams(socket: WebSocket, options: HttpOptions): void {
  const streams = new Map<string, OpenStream>()
  const send = (message: StreamMessage) => sendWithin(socket, JSON.stringify(message))
  const heartbeat = setInterval(() => send({type: 'heartbeat'}), heartbeatInterval)

  socket.on('message', (data) => {
    const command = parseCommand(String(data))
    if (!command) socket.close(1007, 'Not a stream command')
    else if (command.type === 'close') streams.get(command.id)?.end()
    else if (!streams.has(command.id)) void open(command)
  })
  socket.on('close', () => {
    clearInterval(heartbeat)
    for (const stream of [...streams.values()]) stream.end()
  })

  async function open(command: Extract<StreamCommand, {type: 'open'}>): Promise<void> {
    const {id} = command
    const stream = createStream(id)
    try {
      if (streams.size > mostStreams)
        throw plainError(429, 'Too Many Requests', 'Too many streams on one socket')
      const answer = await requestStream(options, command)
      // It may have been closed while the request was looked at.
      if (streams.get(id) !== stream) return
      if (!('start' in answer))
        throw plainError(400, 'Bad Request', 'There is no event stream at this address')
      send({type: 'opened', id})
      answer.start(stream)
    } catch (error) {
      const {status, body} = error instanceof LakeError ? error : plainError(500, 'Internal Server Error', '')
      if (status >= 500) options.log(`${status} event stream on a WebSocket`)
      streams.delete(id)
      send({type: 'refused', id, status, body})
    }
  }

  function createStream(id: string): EventStream & OpenStream {
    const listeners: (() => void)[] = []
    const stream: EventStream & OpenStream = {
      send({event, data, id: lastEventId}) {
        if (streams.get(id) !== stream) return
        send({type: 'event', id, event, data, ...(lastEventId === undefined ? {} : {lastEventId})})
      },
      end() {
        if (streams.get(id) !== stream) return
        streams.delete(id)
        send({type: 'closed', id})
        for (const listener of listeners) listener()
      },
      onEnd(listener) {
        if (streams.get(id) === stream) listeners.push(listener)
        else listener()
      },
    }
    streams.set(id, stream)
    return stream
  }
}

/** The same request as over HTTP, so that a stream is allowed and refused in the same way. */
async function requestStream(
  options: HttpOptions,
  {path, authorization, lastEventId}: Extract<StreamCommand, {type: 'open'}>,
): Promise<LakeAnswer> {
  const noBody = () => Promise.reject(plainError(400, 'Bad Request', 'A stream takes no body'))
  return dispatch(options, parseTarget(path), {
    method: 'GET',
    headers: lastEventId === undefined ? {} : {'last-event-id': lastEventId},
    token: bearerToken(authorization),
    readJson: noBody,
    readBytes: noBody,
  })
}

function parseCommand(text: string): StreamCommand | null {
  let value: JsonValue
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const {type, id, path, authorization, lastEventId} = value
  if (typeof id !== 'string') return null
  if (type === 'close') return {type, id}
  if (type !== 'open' || typeof path !== 'string') return null
  return {
    type,
    id,
    path,
    ...(typeof authorization === 'string' ? {authorization} : {}),
    ...(typeof lastEventId === 'string' ? {lastEventId} : {}),
  }
}
