import {createServer} from 'node:net'

/** The first of `count` free ports side by side: the site's, its lake's and, with hot reload, the Studio's. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = await listenOnce(0)
    if (port === null || port + count > 65_535) continue
    const others = Array.from({length: count - 1}, (_, index) => port + 1 + index)
    const bound = await Promise.all(others.map(listenOnce))
    if (bound.every((other) => other !== null)) return port
  }
  throw new Error(`No ${count} free ports side by side were found on this machine.`)
}

/** @returns the port, or null when something else listens there */
export function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : null
      server.close(() => resolve(bound))
    })
  })
}
