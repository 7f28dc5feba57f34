import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {copyTree} from '../../__tests__/support/tree.ts'
import {rememberStudio} from '../launch/builds.ts'
import {freePorts} from './free-ports.ts'

export type TestSite = {
  url: string
  dataFolder: string
  /** The tree that it was built in. */
  folder: string
  /** What it has written on the terminal so far. */
  log: () => string
  stop: () => Promise<void>
}

type Options = {
  /** Environment variables beside those of this process. */
  settings?: {[name: string]: string}
  /** The tree to start, this one unless another is named. */
  folder?: string
}

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Starts everything as `npm start` does, with the demo content in a folder of its own and on free ports.
 * @throws Error when it ends before it is ready; its words are on the terminal
 */
export async function startTestSite({settings = {}, folder = root}: Options = {}): Promise<TestSite> {
  const port = await freePorts(2)
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'school-trust-test-'))
  const launcher = path.join(folder, 'scripts/launch/start.ts')
  const child = spawn(process.execPath, [launcher, '--port', String(port)], {
    cwd: folder,
    // Nothing of the developer's own configuration: these tests run on the embedded lake.
    env: {
      ...process.env,
      DATA_FOLDER: dataFolder,
      SANITY_PROJECT_ID: '',
      SANITY_DATASET: '',
      SITE_URL: '',
      SMTP_URL: '',
      MAIL_FROM: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written: string[] = []
  for (const [stream, terminal] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    createInterface({input: stream}).on('line', (line) => {
      written.push(line)
      terminal.write(`${line}\n`)
    })
  await untilReady(child)
  return {
    url: `http://localhost:${port}`,
    dataFolder,
    folder,
    log: () => written.join('\n'),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await gone
      }
      rmSync(dataFolder, {recursive: true, force: true})
    },
  }
}

/**
 * A site of this tree first, then others of copies of it. Each is built for its own address and keeps its own pages,
 * so that tests on one see nothing of those on another.
 */
export async function startTestSites(count: number): Promise<TestSite[]> {
  const sites = [await startTestSite()]
  try {
    while (sites.length < count) sites.push(await startCopiedSite())
  } catch (error) {
    await stopAll(sites)
    throw error
  }
  return sites
}

export async function stopAll(sites: TestSite[]): Promise<void> {
  await Promise.all(sites.map((site) => site.stop()))
}

async function startCopiedSite(): Promise<TestSite> {
  const tree = copyTree({withStudio: true})
  try {
    rememberStudio(tree.folder)
    const site = await startTestSite({folder: tree.folder})
    const stop = async () => {
      await site.stop()
      tree.remove()
    }
    return {...site, stop}
  } catch (error) {
    tree.remove()
    throw error
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The site did not start (code ${code}).`)))
    child.stdout?.on('data', (text: Buffer) => {
      if (text.includes('Press Ctrl-C')) resolve()
    })
  })
}
