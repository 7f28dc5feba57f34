import {randomUUID} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {createClient} from '@sanity/client'
import type {Environment} from '#lib/env.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {importContent} from '../content/import-content.ts'
import {type Part, startPart} from './processes.ts'
import {showProgress} from './progress.ts'

export type LocalLake = {
  url: string
  readToken: string
  webhookSecret: string
  /** Names the content of this data folder: another one is made when the demo content comes back. */
  identity: string
}

type LocalLakeOptions = {
  root: string
  dataFolder: string
  port: number
  environment: Environment
  /** The started lake is added here, so that it is stopped whatever happens next. */
  parts: Part[]
}

/**
 * Starts the embedded Content Lake and gives it the demo content when it is new.
 * @throws LaunchProblem with the lake's own words when it cannot start
 */
export async function startLocalLake(options: LocalLakeOptions): Promise<LocalLake> {
  const {root, dataFolder, port, environment, parts} = options
  const {siteUrl} = environment
  const url = `http://127.0.0.1:${port}`
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
      LAKE_WEBHOOK_URL: `http://127.0.0.1:${environment.port}/api/revalidate`,
    },
    isReady: (line) => line.includes('lake ready on'),
  })
  parts.push(part)
  const {readToken, writeToken, webhookSecret} = readSecrets(dataFolder)
  const identity = await bringFirstContent(root, dataFolder, url, writeToken)
  return {url, readToken, webhookSecret, identity}
}

/** The demo content goes in once; the file that is written afterwards says so, and names this content. */
async function bringFirstContent(
  root: string,
  dataFolder: string,
  apiHost: string,
  token: string,
): Promise<string> {
  const stamp = path.join(dataFolder, 'content.json')
  if (existsSync(stamp)) return String(JSON.parse(readFileSync(stamp, 'utf8')).identity)
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost,
    useProjectHostname: false,
    useCdn: false,
    token,
  })
  await showProgress('Bringing the first content', (note) =>
    importContent({
      client,
      source: path.join(root, 'sanity/content'),
      // What an earlier start brought before it was cut off stays as it is.
      mode: 'missing',
      onProgress: note,
    }),
  )
  const identity = randomUUID()
  writeFileSync(stamp, JSON.stringify({identity, broughtOn: new Date().toISOString()}))
  return identity
}
