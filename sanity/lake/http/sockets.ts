import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import type {OriginPolicy} from '../access/origins.ts'
import {LakeError, plainError} from '../errors.ts'
import {parseTarget} from './server.ts'

/** Bytes of one message. */
const longestMessage = 1024 * 1024

/** Bytes that may wait for a browser that does not read, before it is cut off. */
const patience = 16 * 1024 * 1024

/** Sends, unless the socket is closed; cuts off one that does not read, so that nothing piles up for it. */
export function sendWithin(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return
  socket.send(text)
  if (socket.bufferedAmount > patience) socket.terminate()
}

export type SocketOptions = {
  origins: OriginPolicy
  /** Takes the socket that was asked for. @throws LakeError for an address without one. */
  accept: (target: ReturnType<typeof parseTarget>) => (socket: WebSocket) => void
}

/**
 * The WebSockets of the lake. CORS does not cover them: a page of any origin may open one, so the origin is
 * checked here before anything else.
 */
export function attachSockets(server: Server, {origins, accept}: SocketOptions): {close(): void} {
  const sockets = new WebSocketServer({noServer: true, maxPayload: longestMessage})
  server.on('upgrade', (message: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy())
    try {
      origins.check(message.headers, {isSignIn: false})
      const serve = accept(parseTarget(message.url ?? ''))
      sockets.handleUpgrade(message, connection, head, (socket) => {
        socket.on('error', () => socket.terminate())
        serve(socket)
      })
    } catch (error) {
      refuseUpgrade(
        connection,
        error instanceof LakeError ? error : plainError(500, 'Internal Server Error', ''),
      )
    }
  })
  return {
    close() {
      for (const socket of sockets.clients) socket.close(1001, 'The lake is stopping')
      sockets.close()
    },
  }
}

function refuseUpgrade(connection: Duplex, {status, body}: LakeError): void {
  const text = JSON.stringify(body)
  connection.end(
    `HTTP/1.1 ${status} ${String(body.error ?? '')}\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}
