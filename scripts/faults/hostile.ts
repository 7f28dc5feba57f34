import {randomUUID} from 'node:crypto'
import path from 'node:path'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {randomFrom} from '#sanity/lake/store/testing/random.ts'
import {bytesIn, megabytes, memoryOf} from './hostile/growth.ts'
import {informedRequest} from './hostile/informed.ts'
import {lookAround} from './hostile/known.ts'
import {type Hostile, hostileRequest} from './hostile/requests.ts'
import {type Answered, sendRaw} from './hostile/send.ts'
import type {Note, Outcome} from './outcome.ts'
import type {RunningSite} from './site/stage.ts'

const atOnce = 12

/** One in so many is let in by the outer door. */
const informedShare = 3

/** Half goes before anything is measured: a process takes what it needs for its caches, and keeps it. */
const warmingShare = 0.5

/** Megabytes. Node.js lets as much as this lie before it clears up; what is never cleared up grows beyond it. */
const mostMemory = 250
const mostDisk = 10

/** Sends what no browser sends to every door of a site and its lake. */
export async function sendHostile(
  site: RunningSite,
  {requests, seed, note = () => {}}: {requests: number; seed: number; note?: Note},
): Promise<Outcome> {
  const random = randomFrom(seed)
  const secrets = readSecrets(site.dataFolder)
  const client = createLakeClient(`${site.url}/lake`, {token: secrets.writeToken, perspective: 'raw'})
  const word = `hidden${randomUUID().replaceAll('-', '')}`
  const hidden = `drafts.faults-${randomUUID()}`
  await client.create({
    _id: hidden,
    _type: 'page',
    title: word,
    slug: {_type: 'slug', current: 'faults-hidden'},
  })
  const documents = () => client.fetch<number>('count(*)')
  try {
    const looked = createLook([word, ...Object.values(secrets)])
    const port = Number(new URL(site.url).port)
    let answered = 0
    const look: typeof looked.at = (sent, answer) => {
      note(`${answered++} of ${requests}`)
      looked.at(sent, answer)
    }
    const known = await lookAround(site)
    const make = async () =>
      random(informedShare) === 0 ? informedRequest(random, known) : hostileRequest(random)
    const send = (count: number) => sendMany(count, make, port, look)
    await send(Math.ceil(requests * warmingShare))
    const before = await measure(site, documents)
    const began = performance.now()
    await send(requests - Math.ceil(requests * warmingShare))
    const seconds = (performance.now() - began) / 1000
    const after = await measure(site, documents)
    const well = (await fetch(site.url)).status
    return {
      counts: [
        [requests, `hostile requests, in ${seconds.toFixed(0)} s`],
        ...looked.counts(),
        [`${megabytes(after.disk - before.disk)} MB`, `more on the disk; ${mostDisk} are allowed`],
        [
          `${megabytes(after.site - before.site)} MB`,
          `more memory of the site (${megabytes(after.site)} now)`,
        ],
        [
          `${megabytes(after.lake - before.lake)} MB`,
          `more memory of the lake (${megabytes(after.lake)} now)`,
        ],
        [after.documents - before.documents, 'documents more in the lake'],
        [well, 'is what the home page answers after it'],
      ],
      broken: [
        ...looked.broken,
        ...(megabytes(after.disk - before.disk) > mostDisk ? ['the disk grew'] : []),
        ...(megabytes(after.site - before.site) > mostMemory ? ['the memory of the site grew'] : []),
        ...(megabytes(after.lake - before.lake) > mostMemory ? ['the memory of the lake grew'] : []),
        ...(after.documents === before.documents ? [] : ['the content of the lake changed']),
        ...(well === 200 ? [] : ['the site is not well after it']),
      ],
    }
  } finally {
    await client.delete(hidden)
  }
}

async function measure({url, dataFolder, folder}: RunningSite, documents: () => Promise<number>) {
  const disk = bytesIn(path.resolve(dataFolder)) + bytesIn(path.resolve(folder, '.next'))
  return {...(await memoryOf(url)), disk, documents: await documents()}
}

async function sendMany(
  count: number,
  make: () => Promise<Hostile>,
  sitePort: number,
  look: (sent: Hostile, answered: Answered) => void,
): Promise<void> {
  let left = count
  const one = async () => {
    while (left-- > 0) {
      const sent = await make()
      look(sent, await sendRaw(sent.door === 'site' ? sitePort : sitePort + 1, sent.bytes))
    }
  }
  await Promise.all(Array.from({length: atOnce}, one))
}

/** Looks at each answer for what must not be in it. */
function createLook(hidden: string[]) {
  const classes = new Map<string, number>()
  const broken: string[] = []
  return {
    broken,
    at: (sent: Hostile, {status, text, hasHung}: Answered) => {
      const kind = hasHung && status === 0 ? 'waited for more' : status === 0 ? 'closed' : `${status}`
      classes.set(kind, (classes.get(kind) ?? 0) + 1)
      const what = `${sent.door}: ${sent.bytes.toString('latin1').slice(0, 700)}`
      if (status >= 500) broken.push(`${status} from the ${JSON.stringify(what)}`)
      if (hidden.some((words) => text.includes(words)))
        broken.push(`words that are hidden, from the ${JSON.stringify(what)}`)
    },
    counts: () => [...classes].sort().map(([kind, count]): [number, string] => [count, `answered ${kind}`]),
  }
}
