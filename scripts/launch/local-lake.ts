import {randomUUID} from 'node:crypto'
import path from 'node:path'
import type {Environment} from '#lib/env.ts'
import {openSignOffKeys} from '#lib/sign-off/keys.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {openLedger} from '#sanity/sign-off/ledger.ts'
import {findUnagreed, recordExisting} from '#sanity/sign-off/record-existing.ts'
import {importContent} from '../content/import-content.ts'
import {findIdentity, readStamp, writeStamp} from './content-stamp.ts'
import {type Part, startPart} from './processes.ts'
import {showProgress} from './progress.ts'

export type LocalLake = {
  url: string
  readToken: string
  writeToken: string
  webhookSecret: string
  signOffKey: string
  /** Names the content of this data folder: another one is made when the demo content comes back. */
  identity: string
}

type LocalLakeOptions = {
  root: string
  dataFolder: string
  /** Where the site’s pages are built. */
  builtSite: string
  port: number
  environment: Environment
  /** The started lake is added here, so that it is stopped whatever happens next. */
  parts: Part[]
}

/**
 * Starts the embedded Content Lake, and gives it the demo content first when it is new.
 * @throws LaunchProblem with the lake's own words when it cannot start
 */
export async function startLocalLake(options: LocalLakeOptions): Promise<LocalLake> {
  const url = `http://127.0.0.1:${options.port}`
  const identity =
    findIdentity(options.dataFolder, options.builtSite) ?? (await bringFirstContent(options, url))
  await startPartOfLake(options, {
    LAKE_WEBHOOK_URL: `http://127.0.0.1:${options.environment.port}/api/revalidate`,
  })
  return {url, ...readSecrets(options.dataFolder), identity}
}

async function startPartOfLake(
  {root, dataFolder, port, environment: {siteUrl}, parts}: LocalLakeOptions,
  variables: {[name: string]: string},
): Promise<Part> {
  const sitePort = new URL(siteUrl).port
  const part = await startPart({
    name: 'lake',
    script: path.join(root, 'sanity/lake/main.ts'),
    environment: {
      ...process.env,
      LAKE_PORT: String(port),
      DATA_FOLDER: dataFolder,
      LAKE_PUBLIC_URL: `${siteUrl}/lake`,
      LAKE_ALLOWED_ORIGINS: [siteUrl, `http://localhost:${sitePort}`, `http://127.0.0.1:${sitePort}`].join(
        ',',
      ),
      ...variables,
    },
    isReady: (line) => line.includes('lake ready on'),
  })
  parts.push(part)
  return part
}

/** The demo content stands there before anybody is asked: visitors are to see it. */
async function recordFirstContent(url: string, dataFolder: string): Promise<void> {
  const {writeToken, signOffKey} = readSecrets(dataFolder)
  const keys = openSignOffKeys(signOffKey)
  if (keys === null) return
  const client = createLakeClient(url, {token: writeToken})
  const ledger = openLedger(client, keys)
  const unagreed = await findUnagreed({client, ledger})
  await recordExisting(unagreed, {by: 'first-content', byName: 'First content'}, {ledger})
}

/**
 * Brings the demo content into a lake that calls no webhook yet, since no page has been made from other content.
 * @returns the identity of the content
 */
async function bringFirstContent(options: LocalLakeOptions, url: string): Promise<string> {
  const {root, dataFolder, parts} = options
  const wasCutOff = readStamp(dataFolder) !== null
  const identity = randomUUID()
  writeStamp(dataFolder, {identity, broughtOn: null, run: null})
  const lake = await startPartOfLake(options, {})
  await showProgress('Bringing the first content', (note) =>
    importContent({
      client: createLakeClient(url, {token: readSecrets(dataFolder).writeToken}),
      source: path.join(root, 'sanity/content'),
      // A document that was there before stays as it is, unless an earlier start left it half-done.
      mode: wasCutOff ? 'replace' : 'missing',
      onProgress: note,
    }),
  )
  await recordFirstContent(url, dataFolder)
  await lake.stop()
  parts.splice(parts.indexOf(lake), 1)
  writeStamp(dataFolder, {identity, broughtOn: new Date().toISOString(), run: null})
  return identity
}
