import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {freePorts} from './free-ports.ts'

export type TestSite = {url: string; dataFolder: string; stop: () => Promise<void>}

/**
 * Starts everything as `npm start` does, with the demo content in a folder of its own and on free ports.
 * @throws Error when it ends before it is ready; its words are on the terminal
 */
export async function startTestSite(): Promise<TestSite> {
  const port = await freePorts(2)
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'school-trust-test-'))
  const launcher = path.join(import.meta.dirname, '../launch/start.ts')
  const child = spawn(process.execPath, [launcher, '--port', String(port)], {
    // Nothing of the developer's own configuration: these tests run on the embedded lake.
    env: {
      ...process.env,
      DATA_FOLDER: dataFolder,
      SANITY_PROJECT_ID: '',
      SANITY_DATASET: '',
      SITE_URL: '',
      SMTP_URL: '',
      MAIL_FROM: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await untilReady(child)
  return {
    url: `http://localhost:${port}`,
    dataFolder,
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

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The site did not start (code ${code}).`)))
    if (!child.stdout) return
    createInterface({input: child.stdout}).on('line', (line) => {
      process.stdout.write(`${line}\n`)
      if (line.includes('Press Ctrl-C')) resolve()
    })
  })
}
