import {setTimeout as wait} from 'node:timers/promises'
import {startLocalServer} from './local-server.ts'

/** What Next.js says of a page in its cache; one that fails is in none, and null breaks the connection off. */
export type CacheState = 'HIT' | 'STALE' | 'failing' | null

/** A site whose pages are in the states that a test gives them, to see how it is asked. */
export async function startAnsweringSite(stateOf: (path: string, asked: number) => CacheState) {
  const asked: string[] = []
  let atOnce = 0
  let mostAtOnce = 0
  const {port, close} = await startLocalServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    // Long enough for others to ask meanwhile.
    void wait(20).then(() => {
      atOnce -= 1
      const state = stateOf(path, asked.filter((one) => one === path).length)
      if (state === null) request.socket.destroy()
      else if (state === 'failing') response.writeHead(503).end('Not just now.')
      else response.writeHead(200, {'x-nextjs-cache': state}).end('A page.')
    })
  })
  return {
    port,
    asked: (path?: string) => asked.filter((one) => path === undefined || one === path),
    mostAtOnce: () => mostAtOnce,
    close,
  }
}
