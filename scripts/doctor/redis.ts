import {setTimeout as wait} from 'node:timers/promises'
import {createClient} from 'redis'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {type Finding, fault, good} from './finding.ts'

const patienceMs = 5_000

/** Whether the Redis through which several processes share lets the site in and answers. Nothing is written. */
export async function checkRedis(url: string): Promise<Finding> {
  try {
    await ping(url)
    return good('Redis answers at REDIS_URL.')
  } catch (error) {
    const reason = reasonOf(error)
    return fault(`Redis does not answer as REDIS_URL says: ${reason}.`, remedyFor(reason))
  }
}

/** @throws Error of the client, or when there is no answer in time */
async function ping(url: string): Promise<void> {
  const socket = {connectTimeout: patienceMs, reconnectStrategy: false} as const
  const client = createClient({url, socket, disableOfflineQueue: true})
  // Whoever waits for an answer is told.
  client.on('error', () => {})
  const waited = new AbortController()
  const late = wait(patienceMs, undefined, {signal: waited.signal}).then(() => {
    throw new Error('no answer')
  })
  try {
    await Promise.race([client.connect().then(() => client.ping()), late])
  } finally {
    waited.abort()
    late.catch(() => {})
    if (client.isOpen) client.destroy()
  }
}

/** The code of an error, or what Redis says in its own few words; never the address, which may hold a password. */
function reasonOf(error: unknown): string {
  const code = systemErrorCode(error)
  if (code !== null) return code
  const said = error instanceof Error ? error.message : ''
  return /^(NOAUTH|WRONGPASS|NOPERM|ERR DB index is out of range)/.exec(said)?.[0] ?? 'no answer'
}

function remedyFor(reason: string): string {
  if (/^(NOAUTH|WRONGPASS|NOPERM)/.test(reason))
    return 'Check the user and the password in REDIS_URL; a % code stands for a special sign.'
  if (reason.startsWith('ERR DB'))
    return 'Take the number at the end of REDIS_URL away, or give a smaller one.'
  const server = 'Start Redis, or check its name and port in REDIS_URL.'
  return reason === 'no answer'
    ? `${server} One that speaks TLS is rediss://, one that does not is redis://.`
    : server
}
