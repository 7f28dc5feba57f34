import {randomInt} from 'node:crypto'
import {createServer} from 'node:net'

/** Below those that Linux gives to connections that go out, which could take one before it is listened on. */
const [lowest, highest] = [10_000, 30_000]

/** The first of `count` free ports side by side: the site's, its lake's and, with hot reload, the Studio's. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(lowest, highest - count)
    const bound = await Promise.all(Array.from({length: count}, (_, index) => listenOnce(port + index)))
    if (bound.every((found) => found !== null)) return port
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
