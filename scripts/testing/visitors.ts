import {Agent, get} from 'node:https'
import {setTimeout as wait} from 'node:timers/promises'

/** What visitors have met: how many requests were answered, and what became of the others. */
export type Met = {answered: number; lost: string[]}

const pauseMs = 5

/**
 * Lets visitors ask for pages of a site until they are told to stop, each one after the other, from addresses of their
 * own (127.0.0.x), by which nginx chooses a process for each.
 * @param url - of a server on this machine that speaks HTTPS, with whatever certificate
 */
export function sendVisitors(url: string, paths: string[], visitors: number): {stop: () => Promise<Met>} {
  const met: Met = {answered: 0, lost: []}
  let isOver = false
  const visit = async (number: number) => {
    const agent = new Agent({keepAlive: true, maxSockets: 1, rejectUnauthorized: false})
    for (let round = number; !isOver; round++) {
      const path = paths[round % paths.length] ?? '/'
      const became = await statusOf(`${url}${path}`, agent, `127.0.0.${number + 2}`)
      if (became === '200') met.answered += 1
      else met.lost.push(`${path}: ${became}`)
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
function statusOf(url: string, agent: Agent, localAddress: string): Promise<string> {
  return new Promise((resolve) => {
    get(url, {agent, localAddress, family: 4}, (response) => {
      response.resume()
      response.once('end', () => resolve(String(response.statusCode)))
      response.once('error', (error) => resolve(error.message))
    }).once('error', (error) => resolve(error.message))
  })
}
