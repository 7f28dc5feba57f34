import {setTimeout as wait} from 'node:timers/promises'
import {env} from '#lib/env.ts'

/** How many pages are asked for at the same time. */
const atOnce = 4
/** How long a page may take to be fresh, and how often it is looked at. */
const patienceMs = 10_000
const lookEveryMs = 50

/**
 * Asks this site for its own pages, so that those that are out of date are made again before a visitor comes. The
 * first request is answered with the old page and starts the making; the next ones see when the new one stands.
 * @returns the paths that were not fresh in time
 */
export async function warm(paths: string[]): Promise<string[]> {
  const waiting = [...paths]
  const late: string[] = []
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (!(await becomesFresh(path))) late.push(path)
    }
  }
  await Promise.all(Array.from({length: atOnce}, worker))
  return late
}

async function becomesFresh(path: string): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  do {
    const cache = await ask(path)
    if (cache !== 'STALE') return cache !== null
    await wait(lookEveryMs)
  } while (Date.now() < deadline)
  return false
}

/** What Next.js says of the page in its cache, '' when it says nothing; null when there was no answer. */
async function ask(path: string): Promise<string | null> {
  try {
    const response = await fetch(`${ownOrigin()}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    await response.body?.cancel()
    return response.headers.get('x-nextjs-cache') ?? ''
  } catch {
    return null
  }
}

function ownOrigin(): string {
  const {host, port} = env()
  const everyInterface = host === '0.0.0.0' || host === '::'
  const name = everyInterface ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
