import {createServer, type IncomingMessage, request} from 'node:http'
import type {Duplex} from 'node:stream'

/** Stands where the site stands: passes `/lake/…` on to the lake, and can be cut off from it. */
export type SiteProxy = {
  origin: string
  /** What was passed on, e.g. `GET /v1/ping`, or `WebSocket /streams`. */
  passed: string[]
  /** Breaks all connections that are open. */
  cut(): void
  close(): Promise<void>
}

export async function startSiteProxy(lakeUrl: string): Promise<SiteProxy> {
  const passed: string[] = []
  const open = new Set<Duplex>()
  const server = createServer((message, response) => {
    passed.push(`${message.method} ${lakePath(message)}`)
    const asked = request(lakeUrl + lakePath(message), {method: message.method, headers: forwarded(message)})
    asked.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    asked.on('error', () => response.destroy())
    message.pipe(asked)
  })
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('upgrade', (message, connection: Duplex) => {
    passed.push(`WebSocket ${lakePath(message)}`)
    const asked = request(lakeUrl + lakePath(message), {headers: forwarded(message)})
    asked.on('upgrade', (answer, lake) => {
      const lines = answer.rawHeaders.reduce(
        (text, part, index) => text + part + (index % 2 === 0 ? ': ' : '\r\n'),
        'HTTP/1.1 101 Switching Protocols\r\n',
      )
      connection.write(`${lines}\r\n`)
      connection.pipe(lake).pipe(connection)
      connection.on('error', () => lake.destroy())
      connection.on('close', () => lake.destroy())
      lake.on('error', () => connection.destroy())
      lake.on('close', () => connection.destroy())
    })
    asked.on('response', () => connection.destroy())
    asked.on('error', () => connection.destroy())
    asked.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    origin: `http://localhost:${port}`,
    passed,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        cut()
      }),
  }
}

function lakePath(message: IncomingMessage): string {
  return (message.url ?? '').replace(/^\/lake/, '')
}

function forwarded(message: IncomingMessage) {
  return {...message.headers, 'x-forwarded-host': message.headers.host}
}
