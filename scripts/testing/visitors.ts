import {Agent, request} from 'node:https'
import {setTimeout as wait} from 'node:timers/promises'

/** What visitors have met: how many requests were answered, and what became of the others. */
export type Met = {answered: number; lost: string[]}

export type Asked = {
  path: string
  /** What is sent is never sent twice by nginx: each that a process does not answer is lost. */
  method: 'GET' | 'POST'
  /** What the site answers. */
  status: number
}

/** What visitors read, and for each a message without a signature, which the site refuses. */
export function visitsOf(paths: string[]): Asked[] {
  return paths.flatMap((path): Asked[] => [
    {path, method: 'GET', status: 200},
    {path: '/api/revalidate', method: 'POST', status: 401},
  ])
}

const pauseMs = 5

/**
 * Lets visitors ask for pages of a site until they are told to stop, each one after the other, from addresses of their
 * own (127.0.0.x), by which nginx chooses a process for each.
 * @param url - of a server on this machine that speaks HTTPS, with whatever certificate
 */
export function sendVisitors(url: string, visits: Asked[], visitors: number): {stop: () => Promise<Met>} {
  const met: Met = {answered: 0, lost: []}
  let isOver = false
  const visit = async (number: number) => {
    const agent = new Agent({keepAlive: true, maxSockets: 1, rejectUnauthorized: false})
    for (let round = number; !isOver; round++) {
      const asked = visits[round % visits.length]
      if (asked === undefined) return
      const became = await statusOf(url, asked, agent, `127.0.0.${number + 2}`)
      if (became === String(asked.status)) met.answered += 1
      else met.lost.push(`${asked.method} ${asked.path}: ${became}`)
      await wait(pauseMs)
    }
    agent.destroy()
  }
  const all = Promise.all(Array.from({length: visitors}, (_, number) => visit(number)))
  return {
    stop: async () => {
      isOver = true
      await all
      return met
    },
  }
}

/** The status when the whole answer has come, else what went wrong. */
function statusOf(url: string, {path, method}: Asked, agent: Agent, localAddress: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(`${url}${path}`, {method, agent, localAddress, family: 4}, (response) => {
      response.resume()
      response.once('end', () => resolve(String(response.statusCode)))
      response.once('error', (error) => resolve(error.message))
    })
    sent.once('error', (error) => resolve(error.message))
    sent.end(method === 'POST' ? '{}' : undefined)
  })
}
