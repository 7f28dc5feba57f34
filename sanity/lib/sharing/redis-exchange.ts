import {setImmediate as nextTurn, setTimeout as wait} from 'node:timers/promises'
import {createClient} from 'redis'
import {earlierNow, steadyNow} from '#lib/steady-clock.ts'
import {isOver, type Marks, parseMarks} from '#lib/tag-marks.ts'
import {isFields} from '../parse.ts'
import {type DocumentChange, parseChange} from '../revalidation/change.ts'
import type {Exchange} from './exchange.ts'
import {allMarks, noteShared, unsharedMarks} from './tag-table.ts'

type Options = {
  /** `redis://` or `rediss://`; may hold a password. */
  url: string
  /** Names the content of the site: sites of other content may use the same Redis. */
  name: string
  /** Follows what another process has made out of date; without the change where this one was away. Never throws. */
  follow: (marks: Marks, change: DocumentChange | null) => Promise<void>
}

type Client = ReturnType<typeof newClient>

/** Redis counts as gone when it has not answered for so long. */
const patienceMs = 1_500
const connectPatienceMs = 2_000
/** How often it is looked at whether Redis is still there, and how soon it is tried again. */
const lookEveryMs = 1_000
const tryAgainAfterMs = 500
/** The whole table is compared now and then: a message that was lost is made good. */
const compareEveryMs = 30_000

/**
 * Shares the table of tags with the other processes of the site through Redis or Valkey. The table is a hash, from
 * which a process learns what it missed while it was away; what happens meanwhile is told over a channel. No visitor
 * waits for it: without Redis each process goes on by itself, and when it is back the tables are laid together again,
 * also into one that has lost everything.
 * @returns when the table has been compared for the first time, or Redis has not answered in time
 */
export async function joinRedis(options: Options): Promise<Exchange> {
  const exchange = new RedisExchange(options)
  const met = exchange.keepConnected()
  await Promise.race([met, wait(connectPatienceMs, undefined, {ref: false})])
  return exchange
}

class RedisExchange implements Exchange {
  readonly #options: Options
  readonly #table: string
  readonly #channel: string
  #client: Client | null = null
  #isMissed = false

  constructor(options: Options) {
    this.#options = options
    this.#table = `${options.name}:tags`
    this.#channel = `${options.name}:changes`
  }

  isConnected(): boolean {
    return this.#client !== null
  }

  async tell(marks: Marks, change: DocumentChange): Promise<void> {
    const client = this.#client
    if (client === null) return
    try {
      await this.#publish(client, marks, change)
    } catch {
      // It stays unshared, and is told when Redis is back.
    }
  }

  /** @returns when the tables have been compared for the first time; goes on after that as long as the process runs */
  keepConnected(): Promise<void> {
    return new Promise((met) => {
      const keep = async () => {
        for (;;) {
          await this.#converse(met)
          await wait(tryAgainAfterMs, undefined, {ref: false})
        }
      }
      void keep()
    })
  }

  /** From the beginning of a connection to its end: of two, since one that listens may only listen. Never throws. */
  async #converse(met: () => void): Promise<void> {
    const clients: Client[] = []
    try {
      const open = () => {
        const opened = newClient(this.#options.url)
        clients.push(opened)
        return opened
      }
      const [client, listener] = [open(), open()]
      await withinTime(Promise.all([client.connect(), listener.connect()]), connectPatienceMs)
      // First the channel, then the table: what comes in between is heard twice rather than never.
      await withinTime(listener.subscribe(this.#channel, (message) => this.#hear(message)))
      await this.#compare(client)
      this.#client = client
      this.#sayBack()
      met()
      await this.#stay(client, listener)
    } catch (error) {
      this.#sayGone(error)
    } finally {
      this.#client = null
      clients.forEach(leave)
    }
  }

  /** @throws Error as soon as Redis does not answer in time */
  async #stay(client: Client, listener: Client): Promise<never> {
    let comparedAt = steadyNow()
    for (;;) {
      await wait(lookEveryMs, undefined, {ref: false})
      await withinTime(Promise.all([client.ping(), listener.ping()]))
      const unshared = unsharedMarks()
      if (Object.keys(unshared).length > 0) await this.#publish(client, unshared, null)
      if (steadyNow() - comparedAt < compareEveryMs) continue
      await this.#compare(client)
      comparedAt = steadyNow()
    }
  }

  /** Takes over what is new here, and adds what is not there. */
  async #compare(client: Client): Promise<void> {
    const table = {...(await withinTime(client.hGetAll(this.#table)))}
    // Others need what one wrong clock would throw away: nothing is over before Redis’ own clock says so, too.
    const redisNow = await this.#redisNow(client)
    const now = Math.min(earlierNow(), redisNow)
    const old = Object.entries(table).flatMap(([tag, mark]) => (isOver(mark, now) ? [tag] : []))
    if (old.length > 0) await withinTime(client.hDel(this.#table, old))
    for (const tag of old) delete table[tag]
    const followed = Object.entries(table).filter(([, mark]) => !isOver(mark, redisNow || earlierNow()))
    void this.#options.follow(parseMarks(Object.fromEntries(followed)), null)
    const unshared = unsharedMarks()
    const missing = Object.entries(allMarks()).filter(
      ([tag, mark]) => tag in unshared || (!(tag in table) && !isOver(mark, now)),
    )
    if (missing.length > 0) await this.#publish(client, Object.fromEntries(missing), null)
  }

  /** In milliseconds since 1970; 0 when this user of Redis may not ask for it. */
  async #redisNow(client: Client): Promise<number> {
    const [seconds] = await withinTime(client.time()).catch(() => ['0'])
    return Number(seconds) * 1_000
  }

  async #publish(client: Client, marks: Marks, change: DocumentChange | null): Promise<void> {
    const message = JSON.stringify({marks, change})
    await withinTime(
      client
        .multi()
        .hSet(this.#table, {...marks})
        .publish(this.#channel, message)
        .exec(),
    )
    noteShared(marks)
  }

  /** Its own messages, too, whose marks it knows. */
  #hear(message: string): void {
    const heard = parseJson(message)
    if (!isFields(heard)) return
    void this.#options.follow(parseMarks(heard.marks), parseChange(JSON.stringify(heard.change)))
  }

  #sayGone(error: unknown): void {
    if (this.#isMissed) return
    this.#isMissed = true
    const reason = error instanceof Error ? error.message : String(error)
    console.error(
      `[sharing] Redis does not answer (${reason}): the processes of this site do not hear of each other’s changes until it does.`,
    )
  }

  #sayBack(): void {
    if (this.#isMissed) console.error('[sharing] Redis answers again, and what was missed is made good.')
    this.#isMissed = false
  }
}

/** It is connected again by `#converse`, which also sees when Redis is there but does not answer. */
function newClient(url: string) {
  const socket = {connectTimeout: connectPatienceMs, reconnectStrategy: false} as const
  const client = createClient({url, socket, disableOfflineQueue: true})
  // Whoever waits for an answer is told, and says so.
  client.on('error', () => {})
  return client
}

/** A client that has been cut off has left already, and says so by an error. */
function leave(client: Client): void {
  try {
    client.destroy()
  } catch {}
}

async function withinTime<Value>(answer: Promise<Value>, milliseconds = patienceMs): Promise<Value> {
  // Who gives up waiting does not care any more how it ends.
  answer.catch(() => {})
  const timer = new AbortController()
  const late = wait(milliseconds, undefined, {ref: false, signal: timer.signal}).then(async () => {
    // While pages are made this process itself may be late: an answer that has come meanwhile is read first.
    await nextTurn()
    throw new Error(`no answer within ${milliseconds} ms`)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    timer.abort()
    late.catch(() => {})
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
