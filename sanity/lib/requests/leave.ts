import diagnostics from 'node:diagnostics_channel'
import {Server, ServerResponse} from 'node:http'
import {Socket} from 'node:net'
import {isFields} from '../parse.ts'
import {leaving} from './leaving.ts'

/** After this time no answer that is still under way is waited for, and a little later the process ends. */
const longestAnswerMs = 8_000
const longestEndMs = 9_000
/** The streams of the embedded lake have no end of their own; browsers open them again. */
const streamsGoOnMs = 500
const lookEveryMs = 50

/** What Next.js ends with after SIGTERM, as a shell would say it. */
const exitCode = 143

/**
 * Lets this process end without a request lost, and soon, when it is asked to (SIGTERM or SIGINT). Next.js stops
 * listening and waits for what is under way, but for ever: for a preview that listens for changes, and for a browser
 * that keeps its connection and goes on asking. Called once, when a built site starts.
 */
export function leaveInOrder(): void {
  /** Each with the answer that went over it last. */
  const connections = new Map<Socket, ServerResponse | null>()
  const servers = new Set<Server>()
  diagnostics.subscribe('net.server.socket', (message) => {
    const socket: unknown = isFields(message) ? message.socket : null
    if (!(socket instanceof Socket)) return
    connections.set(socket, null)
    socket.once('close', () => connections.delete(socket))
  })
  diagnostics.subscribe('http.server.request.start', (message) => {
    if (!isFields(message)) return
    const {response, server, socket} = message
    if (!(response instanceof ServerResponse && server instanceof Server)) return
    servers.add(server)
    if (socket instanceof Socket && connections.has(socket)) connections.set(socket, response)
    if (leaving().signal.aborted) askForNoMore(response)
  })
  const leave = () => {
    if (leaving().signal.aborted) return
    leaving().abort()
    connections.forEach(askForNoMore)
    const closeIdle = () => {
      for (const server of servers) server.closeIdleConnections()
    }
    setInterval(closeIdle, lookEveryMs).unref()
    setTimeout(() => connections.forEach(endStream), streamsGoOnMs).unref()
    setTimeout(() => breakOff(connections.keys()), longestAnswerMs).unref()
    setTimeout(() => process.exit(exitCode), longestEndMs).unref()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave)
}

/** Says “Connection: close” with the answer, unless that has begun. */
function askForNoMore(response: ServerResponse | null): void {
  if (response !== null) response.shouldKeepAlive = false
}

function endStream(response: ServerResponse | null): void {
  const isStream = String(response?.getHeader('content-type')).startsWith('text/event-stream')
  if (isStream && !response?.writableFinished) response?.destroy()
}

/** WebSockets, too, of which HTTP knows nothing any more. */
function breakOff(connections: Iterable<Socket>): void {
  for (const socket of connections) socket.destroy()
}
