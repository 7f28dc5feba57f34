import diagnostics from 'node:diagnostics_channel'
import {IncomingMessage, Server, ServerResponse} from 'node:http'
import {Socket} from 'node:net'
import {makingHeader} from '#lib/making-header.ts'
import {isFields} from '../parse.ts'
import {leaving} from './leaving.ts'

/**
 * So long a process that is leaving still listens. A connection that it has not taken when it stops would be cut, and a
 * web server in front does not send a form twice: so that is told first to turn to the others (see `turnAway`).
 */
const listenOnMs = 400

/** After this time no answer that is still under way is waited for, and a little later the process ends. */
const longestAnswerMs = 8_000
const longestEndMs = 9_000
/** The streams of the embedded lake have no end of their own; browsers open them again. */
const streamsGoOnMs = 500
const lookEveryMs = 50

/** What Next.js ends with after SIGTERM, as a shell would say it. */
const exitCode = 143

/** Nothing of the site answers so: to nginx (`proxy_next_upstream`) it means that another process is to be asked. */
const askAnotherStatus = 504

/**
 * Lets this process end without a request lost, and soon, when it is asked to (SIGTERM or SIGINT). Next.js stops
 * listening and waits for what is under way, but for ever: for a preview that listens for changes, and for a browser
 * that keeps its connection and goes on asking. Called once, when a built site starts.
 */
export function leaveInOrder(): void {
  /** Each with the answer that went over it last. */
  const connections = new Map<Socket, ServerResponse | null>()
  const late = new WeakSet<Socket>()
  const servers = new Set<Server>()
  diagnostics.subscribe('net.server.socket', (message) => {
    const socket: unknown = isFields(message) ? message.socket : null
    if (!(socket instanceof Socket)) return
    connections.set(socket, null)
    if (leaving().signal.aborted) late.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  diagnostics.subscribe('http.server.request.start', (message) => {
    if (!isFields(message)) return
    const {request, response, server, socket} = message
    if (!(request instanceof IncomingMessage && response instanceof ServerResponse)) return
    if (!(socket instanceof Socket && server instanceof Server)) return
    if (!servers.has(server)) stopListeningLater(server)
    servers.add(server)
    if (connections.has(socket)) connections.set(socket, response)
    if (!leaving().signal.aborted) return
    askForNoMore(response)
    if (late.has(socket) && mayGoElsewhere(request)) turnAway(response)
  })
  const leave = () => {
    if (leaving().signal.aborted) return
    leaving().abort()
    connections.forEach(askForNoMore)
    const closeIdle = () => {
      for (const server of servers) server.closeIdleConnections()
    }
    setTimeout(() => setInterval(closeIdle, lookEveryMs).unref(), listenOnMs).unref()
    setTimeout(() => connections.forEach(endStream), streamsGoOnMs).unref()
    setTimeout(() => breakOff(connections.keys()), longestAnswerMs).unref()
    setTimeout(() => process.exit(exitCode), longestEndMs).unref()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave)
}

/** It is Next.js that stops listening, at once as a rule. */
function stopListeningLater(server: Server): void {
  const {close} = server
  server.close = (...whenClosed) => {
    setTimeout(() => Reflect.apply(close, server, whenClosed), listenOnMs)
    return server
  }
}

/** What a web server in front passed on and may ask for twice; not what this site asks itself. */
function mayGoElsewhere({method, headers}: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && 'x-forwarded-for' in headers && !(makingHeader in headers)
}

/** nginx asks another process, and sends nothing here for a while, forms neither. */
function turnAway(response: ServerResponse): void {
  response.writeHead(askAnotherStatus, {'Cache-Control': 'no-store', Connection: 'close'})
  response.end()
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
