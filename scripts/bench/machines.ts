import {randomUUID} from 'node:crypto'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {installPrograms} from '../testing/programs.ts'
import {prepareSeveralMachines, type SeveralMachines, type SiteProcess} from '../testing/several-machines.ts'
import type {TestSite} from '../testing/test-site.ts'
import {type Met, sendVisitors, visitsOf} from '../testing/visitors.ts'
import {type Seen, seenByVisitors} from './behind-nginx.ts'
import {median} from './median.ts'

const edits = 20
const restarts = 6
const visitors = 8
const lookEveryMs = 10
const patienceMs = 30_000

/** One page of the measurement, and how it is changed. */
type Edited = {
  address: string
  /** Writes new words and tells one process. @returns the words */
  edit: (told: SiteProcess) => Promise<string>
  remove: () => Promise<unknown>
}

/** How soon an edit shows on two processes, with Redis and when it comes back, and what restarts lose: a table. */
export async function measureMachines(site: TestSite): Promise<string> {
  await installPrograms()
  const machines = await prepareSeveralMachines({
    root: path.resolve(site.folder),
    variables: variablesOf(site),
  })
  const page = await makePage(site)
  try {
    const rows = await measure(machines, page)
    return ['| two processes of the built site | |', '| --- | --- |', ...rows].join('\n')
  } finally {
    await machines.remove()
    await page.remove()
  }
}

async function measure(machines: SeveralMachines, page: Edited): Promise<string[]> {
  const shared = {REDIS_URL: machines.redisUrl}
  let redis = await machines.startRedis()
  const both = [await machines.startProcess(0, shared), await machines.startProcess(1, shared)] as const
  const [one, other] = both
  await untilShown(both, page, await page.edit(one))

  const withRedis: number[] = []
  for (let round = 0; round < edits; round++) {
    const began = performance.now()
    await untilShown(both, page, await page.edit(both[round % 2] ?? one))
    withRedis.push(performance.now() - began)
  }

  await redis.end('SIGKILL')
  const withoutRedis: number[] = []
  for (let round = 0; round < edits; round++) {
    const began = performance.now()
    await untilShown([one], page, await page.edit(one))
    withoutRedis.push(performance.now() - began)
  }
  const missed = await page.edit(one)
  redis = await machines.startRedis()
  const back = await timeOf(() => untilShown([other], page, missed))

  await other.end()
  const meanwhile = await page.edit(one)
  const restarted = await machines.startProcess(1, shared)
  const isNewAtOnce = (await textOf(restarted, page)).includes(meanwhile)

  await machines.startNginx()
  const behindNginx: Seen[] = []
  for (let round = 0; round < edits; round++) {
    const told = round % 2 === 0 ? one : restarted
    behindNginx.push(
      await seenByVisitors(
        {address: machines.url + page.address, edit: () => page.edit(told), wordsIn},
        visitors,
      ),
    )
  }
  const byEach = behindNginx.map((seen) => seen.byEach)
  const lastBefore = behindNginx.map((seen) => seen.lastBefore)

  const {answered, lost} = await restartUnderLoad(machines, [one, restarted], page)
  return [
    `| ${edits} edits, from writing to visible on both | median ${middle(withRedis)} ms, worst ${worst(withRedis)} ms |`,
    `| ${edits} edits without Redis, visible on the process that was told | median ${middle(withoutRedis)} ms, worst ${worst(withoutRedis)} ms |`,
    `| Redis back and empty: the other shows what it missed after | ${Math.round(back)} ms |`,
    `| a process that was away while the page changed shows its first visitor | the ${isNewAtOnce ? 'new' : 'old'} page |`,
    `| ${edits} edits behind nginx, ${visitors} visitors who ask all the while, from writing until each has seen it | median ${middle(byEach)} ms, worst ${worst(byEach)} ms |`,
    `| the same, until the last of them was shown the page before once more | median ${middle(lastBefore)} ms, worst ${worst(lastBefore)} ms |`,
    `| requests lost in ${restarts} restarts behind nginx, ${visitors} visitors at once | ${lost.length} of ${answered + lost.length} |`,
  ]
}

async function restartUnderLoad(
  machines: SeveralMachines,
  [first, second]: [SiteProcess, SiteProcess],
  {address}: Edited,
): Promise<Met> {
  const under = sendVisitors(machines.url, visitsOf(['/', '/schools', address]), visitors)
  const running = [first, second]
  for (let round = 0; round < restarts; round++) {
    const number = round % 2 === 0 ? 0 : 1
    await wait(2_500)
    await running[number]?.end()
    running[number] = await machines.startProcess(number, {REDIS_URL: machines.redisUrl})
    await fetch(`${running[number].url}/`)
  }
  return under.stop()
}

/** What a process of the site needs beside its own port to show what this site shows. */
export function variablesOf({url, dataFolder}: TestSite): {[name: string]: string} {
  const {readToken, writeToken, webhookSecret, signOffKey} = readSecrets(dataFolder)
  return {
    SITE_URL: url,
    LAKE_URL: `http://127.0.0.1:${Number(new URL(url).port) + 1}`,
    SANITY_API_READ_TOKEN: readToken,
    SANITY_API_WRITE_TOKEN: writeToken,
    SANITY_WEBHOOK_SECRET: webhookSecret,
    SIGN_OFF_KEY: signOffKey,
  }
}

const wordsIn = (page: string) => /Edit [\da-f-]{36}\./.exec(page)?.[0]

async function makePage({url, dataFolder}: TestSite): Promise<Edited> {
  const {writeToken, webhookSecret} = readSecrets(dataFolder)
  const client = createLakeClient(`${url}/lake`, {token: writeToken})
  const id = `bench-${randomUUID()}`
  await client.create({
    _id: id,
    _type: 'page',
    title: 'A page to measure',
    slug: {_type: 'slug', current: id},
  })
  const body = JSON.stringify({id, type: 'page', operation: 'update', slugBefore: id, slugAfter: id})
  return {
    address: `/${id}`,
    edit: async (told) => {
      const words = `Edit ${randomUUID()}.`
      await client.patch(id).set({summary: words}).commit()
      const signature = await encodeSignatureHeader(body, Date.now(), webhookSecret)
      const headers = {'content-type': 'application/json', [SIGNATURE_HEADER_NAME]: signature}
      await fetch(`${told.url}/api/revalidate`, {method: 'POST', body, headers})
      return words
    },
    remove: () => client.delete(id),
  }
}

async function untilShown(processes: readonly SiteProcess[], page: Edited, words: string): Promise<void> {
  const deadline = performance.now() + patienceMs
  const one = async (process: SiteProcess) => {
    while (performance.now() < deadline) {
      if ((await textOf(process, page)).includes(words)) return
      await wait(lookEveryMs)
    }
    throw new Error(`${process.url}${page.address} did not read “${words}” within ${patienceMs / 1000} s.`)
  }
  await Promise.all(processes.map(one))
}

const textOf = async ({url}: SiteProcess, {address}: Edited) => (await fetch(`${url}${address}`)).text()

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const middle = (times: number[]) => Math.round(median(times))
const worst = (times: number[]) => Math.round(Math.max(...times))
