import {Agent, request} from 'node:https'
import {setTimeout as wait} from 'node:timers/promises'

const pauseMs = 10
const lookEveryMs = 100
/** Longer than nginx keeps a page: what is not shown for so long is nowhere any more. */
const quietMs = 2_500
const patienceMs = 30_000

/** A page, and how to tell one edit of it from another. */
export type Watched = {
  /** Of a server on this machine that speaks HTTPS, with whatever certificate. */
  address: string
  /** Makes an edit. @returns its words */
  edit: () => Promise<string>
  /** The words of the edit that a page shows. */
  wordsIn: (page: string) => string | undefined
}

/** When each of several visitors had seen an edit, and when the last of them was shown the page before, in milliseconds. */
export type Seen = {byEach: number; lastBefore: number}

/**
 * Lets visitors with addresses of their own (127.0.0.x), by which nginx chooses a process for each, ask for one page all
 * the while, and an edit be made meanwhile. The clock runs from when that begins.
 * @throws Error when an answer is no page, or some have not seen the words within half a minute
 */
export async function seenByVisitors({address, edit, wordsIn}: Watched, visitors: number): Promise<Seen> {
  const answers: {visitor: number; at: number; shown: string | undefined}[] = []
  let isOver = false
  const numbers = Array.from({length: visitors}, (_, number) => number)
  const visit = async (visitor: number) => {
    const agent = new Agent({keepAlive: true, maxSockets: 1, rejectUnauthorized: false})
    try {
      while (!isOver) {
        const shown = wordsIn(await textOf(address, agent, `127.0.0.${visitor + 2}`))
        answers.push({visitor, at: performance.now(), shown})
        await wait(pauseMs)
      }
    } finally {
      agent.destroy()
    }
  }
  const all = Promise.all(numbers.map(visit))
  const seen = async () => {
    // Everybody is there, and nginx has the page before. At no part of a second more than at another.
    await wait(quietMs + Math.random() * 1_000)
    const began = performance.now()
    const words = await edit()
    for (;;) {
      await wait(lookEveryMs)
      const sights = numbers.map(
        (number) => answers.find(({visitor, shown}) => visitor === number && shown === words)?.at,
      )
      const before = answers.findLast(({shown}) => shown !== words)?.at ?? began
      const now = performance.now()
      if (sights.every((at) => at !== undefined) && now - before > quietMs) {
        return {byEach: Math.max(...sights) - began, lastBefore: before - began}
      }
      if (now - began > patienceMs) throw new Error(`${address} did not read “${words}” for all in time.`)
    }
  }
  try {
    return await Promise.race([seen(), all.then(() => Promise.reject(new Error('Nobody asks any more.')))])
  } finally {
    isOver = true
    await all
  }
}

function textOf(address: string, agent: Agent, localAddress: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(address, {agent, localAddress, family: 4}, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.once('error', reject).once('end', () => {
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${address} answered ${response.statusCode}.`))
      })
    })
    sent.once('error', reject).end()
  })
}
