import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createLakeClient} from '#sanity/lake/client.ts'
import {type Lake, startLake} from '#sanity/lake/server.ts'
import {median} from './median.ts'

const writers = 16
const listeners = 200
const told = 20
const patienceMs = 10_000

export type LakeLoad = {
  /** Each on the disk before it was answered. */
  mutationsPerSecond: number
  listeners: number
  /** From sending a mutation until the last listener has heard of it, in milliseconds. */
  heard: {median: number; worst: number}
}

/**
 * How many mutations a lake takes, each one document in a request of its own, and how soon its listeners hear.
 * @param writeMs - for how long it is written to
 */
export async function measureLakeLoad(writeMs: number): Promise<LakeLoad> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'school-trust-lake-load-'))
  const lake = await startLake({port: 0, dataFolder, allowedOrigins: []})
  try {
    const mutationsPerSecond = await write(lake, writeMs)
    const times = await listen(lake)
    return {mutationsPerSecond, listeners, heard: {median: median(times), worst: Math.max(...times)}}
  } finally {
    await lake.close()
    rmSync(dataFolder, {recursive: true, force: true})
  }
}

async function write(lake: Lake, writeMs: number): Promise<number> {
  const client = createLakeClient(lake.url, {token: lake.secrets.writeToken})
  const began = performance.now()
  let written = 0
  const writer = async (number: number) => {
    for (let round = 0; performance.now() - began < writeMs; round++) {
      const document = {_id: `written-${number}-${round % 50}`, _type: 'page', title: `Round ${round}`}
      await client.createOrReplace(document, {visibility: 'sync'})
      written += 1
    }
  }
  await Promise.all(Array.from({length: writers}, (_, number) => writer(number)))
  return (written / (performance.now() - began)) * 1000
}

async function listen(lake: Lake): Promise<number[]> {
  const query = encodeURIComponent('*[_type == "page" && _id == "listened"]')
  const address = `${lake.url}/v2025-02-19/data/listen/production?query=${query}&includeResult=true`
  const headers = {authorization: `Bearer ${lake.secrets.writeToken}`}
  const hearing = new AbortController()
  const heard = new Map<string, number>()
  let look = () => {}
  const streams = await Promise.all(
    Array.from({length: listeners}, () => fetch(address, {headers, signal: hearing.signal})),
  )
  const reading = streams.map(({body}) =>
    readStream(body, (title) => {
      heard.set(title, (heard.get(title) ?? 0) + 1)
      look()
    }),
  )
  const client = createLakeClient(lake.url, {token: lake.secrets.writeToken})
  const times: number[] = []
  for (let round = 0; round < told; round++) {
    const title = `Change ${round}`
    const began = performance.now()
    const all = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Not every listener was told.')), patienceMs)
      look = () => {
        if ((heard.get(title) ?? 0) < listeners) return
        clearTimeout(timer)
        resolve()
      }
    })
    await Promise.all([client.createOrReplace({_id: 'listened', _type: 'page', title}), all])
    times.push(performance.now() - began)
  }
  hearing.abort()
  await Promise.allSettled(reading)
  return times
}

async function readStream(
  body: ReadableStream<Uint8Array> | null,
  hear: (title: string) => void,
): Promise<void> {
  if (body === null) throw new Error('The lake answered without a stream.')
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body) {
    const parts = `${rest}${decoder.decode(bytes, {stream: true})}`.split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const title = /"title":"(Change \d+)"/.exec(part)?.[1]
      if (title !== undefined) hear(title)
    }
  }
}
