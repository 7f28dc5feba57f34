import {randomUUID} from 'node:crypto'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import type {SanityClient} from '@sanity/client'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {startUnsteadyLake} from '../../../__tests__/browser/support/unsteady-lake.ts'
import {prepareSeveralMachines, type SiteProcess} from '../../testing/several-machines.ts'

/** A site that runs, as `npm start` does: its lake listens on the port after its own. */
export type RunningSite = {url: string; dataFolder: string; folder: string}

/** A page that is changed in a run, and taken away after it. */
export type ChangedPage = {
  id: string
  slug: string
  address: string
  /** Writes new words into the lake; the site hears of it only when it is told. @returns the words */
  edit: () => Promise<string>
  /** Of the page as it was written last. */
  revision: () => string
}

/**
 * A process of the built site whose lake can be made to break, and which hears only of what it is told: the lake calls
 * the site that runs already.
 */
export type Stage = {
  lake: Awaited<ReturnType<typeof startUnsteadyLake>>
  client: SanityClient
  start: (variables?: {[name: string]: string}) => Promise<SiteProcess>
  makePage: () => Promise<ChangedPage>
  /** Tells a process of a change, as the webhook does. @returns the status of the answer */
  tell: (process: SiteProcess, page: ChangedPage, signedAt?: number) => Promise<number>
  remove: () => Promise<void>
}

export async function prepareStage({url, dataFolder, folder}: RunningSite): Promise<Stage> {
  const {readToken, writeToken, webhookSecret, signOffKey} = readSecrets(dataFolder)
  const lake = await startUnsteadyLake(`http://127.0.0.1:${Number(new URL(url).port) + 1}`)
  const client = createLakeClient(`${url}/lake`, {token: writeToken, perspective: 'raw'})
  const machines = await prepareSeveralMachines({
    root: path.resolve(folder),
    variables: {
      LAKE_URL: lake.url,
      SITE_URL: url,
      DATA_FOLDER: path.resolve(dataFolder),
      SANITY_API_READ_TOKEN: readToken,
      SANITY_API_WRITE_TOKEN: writeToken,
      SANITY_WEBHOOK_SECRET: webhookSecret,
      SIGN_OFF_KEY: signOffKey,
    },
  })
  const made: string[] = []
  return {
    lake,
    client,
    start: (variables) => machines.startProcess(0, variables),
    makePage: async () => {
      const id = `faults-${randomUUID()}`
      made.push(id)
      let {_rev: revision} = await client.create({
        _id: id,
        _type: 'page',
        title: 'A page of a fault',
        slug: {_type: 'slug', current: id},
      })
      const edit = async () => {
        const words = `Edit ${randomUUID()}.`
        ;({_rev: revision} = await client.patch(id).set({summary: words}).commit())
        return words
      }
      return {id, slug: id, address: `/${id}`, edit, revision: () => revision}
    },
    tell: async (process, {id, slug, revision}, signedAt = Date.now()) => {
      const body = JSON.stringify({
        id,
        type: 'page',
        operation: 'update',
        revision: revision(),
        slugBefore: slug,
        slugAfter: slug,
      })
      const signature = await encodeSignatureHeader(body, signedAt, webhookSecret)
      const headers = {'content-type': 'application/json', [SIGNATURE_HEADER_NAME]: signature}
      return (await fetch(`${process.url}/api/revalidate`, {method: 'POST', body, headers})).status
    },
    remove: async () => {
      await machines.remove()
      await lake.stop()
      if (made.length > 0) await client.delete({query: '*[_id in $made]', params: {made}})
    },
  }
}

const lookEveryMs = 50

/** @returns milliseconds until a page shows words; null when it did not within the patience */
export async function untilShown(
  {url}: {url: string},
  {address}: {address: string},
  words: string,
  patienceMs: number,
): Promise<number | null> {
  const began = performance.now()
  while (performance.now() - began < patienceMs) {
    const text = await fetch(`${url}${address}`).then(
      (answer) => answer.text(),
      () => '',
    )
    if (text.includes(words)) return performance.now() - began
    await wait(lookEveryMs)
  }
  return null
}
