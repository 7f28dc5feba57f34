import {setTimeout as wait} from 'node:timers/promises'

/** What visitors met: how many pages they were given, and what else, in words. */
export type Met = {pages: number; others: string[]}

const pauseMs = 20

/**
 * Visits addresses in turn until it is told to stop. A page is one only when it is whole.
 * @param isFair - whether something else than a page may be met just now, as while the site is down
 */
export function visit(url: string, addresses: string[], isFair = () => false): {stop: () => Promise<Met>} {
  const met: Met = {pages: 0, others: []}
  let isOver = false
  const visiting = (async () => {
    for (let turn = 0; !isOver; turn++) {
      const address = addresses[turn % addresses.length] ?? '/'
      const found = await look(`${url}${address}`)
      if (found === null) met.pages += 1
      else if (!isFair()) met.others.push(`${address}: ${found}`)
      await wait(pauseMs)
    }
  })()
  return {
    stop: async () => {
      isOver = true
      await visiting
      return met
    },
  }
}

/** Null for a whole page, else what came instead. */
export async function look(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address)
    const text = await answer.text()
    if (answer.status !== 200) return `status ${answer.status}`
    return text.trimEnd().endsWith('</html>') ? null : `half a page, of ${text.length} characters`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
