import {setTimeout as wait} from 'node:timers/promises'
import {type Environment, env} from '#lib/env.ts'
import {makingHeader} from '#lib/making-header.ts'
import {requestId, requestIdHeader} from '#lib/request-context.ts'
import {sharedState} from '#lib/shared-state.ts'
import {steadyNow} from '#lib/steady-clock.ts'
import {isFields} from '../parse.ts'

/** How many pages are asked for at the same time. */
const atOnce = 3
/** How long a page may take to be fresh, and how often it is looked at. */
const patienceMs = 10_000
const lookEveryMs = 50

type Memory = {
  /** Pages that many changes at once ask for are made once. */
  waiting: Map<string, ((isFresh: boolean) => void)[]>
  working: number
}

function memory(): Memory {
  return sharedState<Memory>(
    'pages-to-make',
    () => ({waiting: new Map(), working: 0}),
    (value): value is Memory =>
      isFields(value) && value.waiting instanceof Map && typeof value.working === 'number',
  )
}

/**
 * Asks this site for its own pages, so that those that are out of date are made again before a visitor comes. The
 * first request is answered with the old page and starts the making; the next ones see when the new one stands.
 * @returns the paths that were not fresh in time
 */
export async function warm(paths: string[]): Promise<string[]> {
  const {waiting} = memory()
  const results = paths.map(
    (path) =>
      new Promise<{path: string; isFresh: boolean}>((resolve) => {
        const asked = waiting.get(path) ?? []
        asked.push((isFresh) => resolve({path, isFresh}))
        waiting.set(path, asked)
      }),
  )
  startWorkers()
  return (await Promise.all(results)).filter(({isFresh}) => !isFresh).map(({path}) => path)
}

function startWorkers(): void {
  const queue = memory()
  while (queue.working < atOnce && queue.waiting.size > 0) {
    queue.working += 1
    void work().finally(() => {
      queue.working -= 1
    })
  }
}

async function work(): Promise<void> {
  const {waiting} = memory()
  for (;;) {
    const next = waiting.entries().next()
    if (next.done) return
    const [path, asked] = next.value
    waiting.delete(path)
    const isFresh = await makeFresh(path)
    for (const answer of asked) answer(isFresh)
  }
}

/**
 * As `warm`, for one page, and at once.
 * @returns whether it was fresh in time
 */
export async function makeFresh(path: string): Promise<boolean> {
  const deadline = steadyNow() + patienceMs
  do {
    const cache = await ask(path)
    if (cache !== 'STALE') return cache !== null
    await wait(lookEveryMs)
  } while (steadyNow() < deadline)
  return false
}

/** What Next.js says of the page in its cache, '' when it says nothing; null when there was no page to be had. */
async function ask(path: string): Promise<string | null> {
  try {
    const response = await fetch(`${ownOrigin(env())}${path}`, {
      redirect: 'manual',
      headers: {[makingHeader]: '1', ...headersOfOwnRequest()},
      signal: AbortSignal.timeout(patienceMs),
    })
    await response.body?.cancel()
    return response.status >= 500 ? null : (response.headers.get('x-nextjs-cache') ?? '')
  } catch {
    return null
  }
}

/** What the site asks itself for a request belongs to that request. */
export function headersOfOwnRequest(): {[name: string]: string} {
  const id = requestId()
  return id === null ? {} : {[requestIdHeader]: id}
}

/** The address at which this process answers itself. */
export function ownOrigin({host, port}: Pick<Environment, 'host' | 'port'>): string {
  const everyInterface = host === '0.0.0.0' || host === '::'
  const name = everyInterface ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
