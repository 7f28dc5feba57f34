import {type ChildProcess, execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import type {SanityClient} from '@sanity/client'
import {createLakeClient} from '#sanity/lake/client.ts'

const root = path.resolve(__dirname, '../..')

export type Site = {url: string; client: SanityClient; dataFolder: string; lake: ChildProcess}

export type Run = {code: number; output: string; errors: string}

/** A folder for one test, with sites and commands in it; all of it goes when the test has ended. */
export function contentSites(name: string) {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`))
  const lakes: ChildProcess[] = []

  /** Starts a lake as `npm start` does, on a free port. */
  async function startSite(site: string): Promise<Site> {
    const dataFolder = path.join(folder, site)
    const env = {PATH: process.env.PATH, NODE_ENV: 'test' as const, LAKE_PORT: '0', DATA_FOLDER: dataFolder}
    const lake = spawn(process.execPath, [path.join(root, 'sanity/lake/main.ts')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    lakes.push(lake)
    const [line] = await once(createInterface({input: lake.stdout}), 'line')
    const url = String(line).replace('lake ready on ', '')
    const {writeToken} = JSON.parse(readFileSync(path.join(dataFolder, 'secrets.json'), 'utf8'))
    const client = createLakeClient(url, {token: writeToken, perspective: 'raw'})
    return {url, client, dataFolder, lake}
  }

  /** Runs a command as npm does, with the environment of a site, or with another. */
  function run(
    command: 'check' | 'export' | 'import',
    site: Pick<Site, 'url' | 'dataFolder'> | null,
    args: string[],
    more: {[name: string]: string} = {},
  ): Promise<Run> {
    const variables = site
      ? {LAKE_URL: site.url, DATA_FOLDER: site.dataFolder}
      : {LAKE_URL: 'http://127.0.0.1:9', DATA_FOLDER: path.join(folder, 'nowhere')}
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'test' as const,
      SANITY_PROJECT_ID: '',
      ...variables,
      ...more,
    }
    return new Promise((resolve) => {
      const script = path.join(root, `scripts/content-${command}.ts`)
      execFile(process.execPath, [script, ...args], {cwd: folder, env}, (error, output, errors) => {
        resolve({code: error ? Number(error.code) : 0, output, errors})
      })
    })
  }

  async function remove(): Promise<void> {
    await Promise.all(lakes.map(stop))
    rmSync(folder, {recursive: true})
  }

  return {folder, startSite, run, remove}
}

export async function stop(lake: ChildProcess): Promise<void> {
  if (lake.exitCode !== null) return
  lake.kill('SIGTERM')
  await once(lake, 'close')
}
