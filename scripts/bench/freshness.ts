import {randomUUID} from 'node:crypto'
import {Agent, get} from 'node:http'
import {setTimeout as wait} from 'node:timers/promises'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import type {TestSite} from '../testing/test-site.ts'
import {median} from './median.ts'

const publications = 20
const lookEveryMs = 5
const patienceMs = 30_000
const loadMs = 5_000
const requestsAtOnce = 16

/** Publishes new words again and again. @returns milliseconds from the answer to the publication to the new page */
async function timesToVisible(site: TestSite): Promise<number[]> {
  const client = createLakeClient(`${site.url}/lake`, {token: readSecrets(site.dataFolder).writeToken})
  const publishedId = `bench-${randomUUID()}`
  const draftId = `drafts.${publishedId}`
  const page = {_type: 'page', title: 'A page to measure', slug: {_type: 'slug', current: publishedId}}
  await client.create({...page, _id: publishedId, summary: 'Not measured yet.'})
  await untilRead(`${site.url}/${publishedId}`, 'Not measured yet.')
  const times: number[] = []
  for (let round = 1; round <= publications; round++) {
    const summary = `Publication ${round} of ${publications}.`
    await client.create({...page, _id: draftId, summary})
    await client.action({actionType: 'sanity.action.document.publish', draftId, publishedId})
    const answered = performance.now()
    await untilRead(`${site.url}/${publishedId}`, summary)
    times.push(performance.now() - answered)
    // People do not publish in step with each other.
    await wait(Math.random() * 2_000)
  }
  return times.sort((a, b) => a - b)
}

async function untilRead(address: string, words: string): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline) {
    if ((await (await fetch(address)).text()).includes(words)) return
    await wait(lookEveryMs)
  }
  throw new Error(`${address} did not read “${words}” within ${patienceMs / 1000} s.`)
}

/** Asks for one page as fast as it is answered, several at a time. */
async function requestsPerSecond(address: string): Promise<number> {
  const agent = new Agent({keepAlive: true, maxSockets: requestsAtOnce})
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      get(address, {agent}, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}.`))
        response.resume().once('end', resolve)
      }).once('error', reject)
    })
  const measure = async (forMs: number) => {
    const began = performance.now()
    let answered = 0
    const oneVisitor = async () => {
      while (performance.now() - began < forMs) {
        await ask()
        answered += 1
      }
    }
    await Promise.all(Array.from({length: requestsAtOnce}, oneVisitor))
    return (answered / (performance.now() - began)) * 1000
  }
  await measure(loadMs / 5)
  const rate = await measure(loadMs)
  agent.destroy()
  return rate
}

/** How soon a visitor reads what was published, and how many requests a page that is cached takes: two sentences. */
export async function measureFreshness(site: TestSite): Promise<string> {
  const times = await timesToVisible(site)
  const rate = await requestsPerSecond(`${site.url}/working-with-us`)
  const [middle, worst] = [median(times), Math.max(...times)]
  return (
    `From publishing to visible, ${times.length} publications: median ${Math.round(middle)} ms, worst ${Math.round(worst)} ms.\n` +
    `A cached page, ${requestsAtOnce} visitors at once: ${Math.round(rate)} requests a second.`
  )
}
