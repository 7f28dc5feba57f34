import {type ChildProcess, spawn} from 'node:child_process'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {endOfOutput} from '../output.ts'

const main = path.resolve(import.meta.dirname, '../../../sanity/lake/main.ts')

/** A lake in a process of its own, which can be killed. */
export type LakeProcess = {
  url: string
  /** Ends it outright, or as the signal says. Resolves when it is gone. */
  end: (signal?: NodeJS.Signals) => Promise<void>
  /** What it has written since it started. */
  output: () => string
  pid: number
}

type Options = {
  port: number
  dataFolder: string
  webhookUrl?: string
  variables?: {[name: string]: string}
  /** Ends it after so many milliseconds, ready or not. */
  killAfter?: number
}

/**
 * @returns the lake when it is ready; null when it was killed before that
 * @throws Error with its own words when it ends by itself
 */
export async function startLakeProcess(options: Options): Promise<LakeProcess | null> {
  const {port, dataFolder, webhookUrl, variables = {}, killAfter} = options
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LOG_FORMAT: 'json',
      LAKE_PORT: String(port),
      DATA_FOLDER: dataFolder,
      ...(webhookUrl === undefined ? {} : {LAKE_WEBHOOK_URL: webhookUrl}),
      ...variables,
    },
  })
  const output = endOfOutput(child)
  const gone = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_, signal) => resolve(signal))
  })
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const isReady = await Promise.race([untilReady(child), gone.then(() => false)])
  if (!isReady) {
    if ((await gone) === 'SIGKILL') return null
    throw new Error(`The lake ended by itself:\n${output()}`)
  }
  clearTimeout(timer)
  return {
    url: `http://127.0.0.1:${port}`,
    output,
    pid: child.pid ?? 0,
    end: async (signal = 'SIGKILL') => {
      child.kill(signal)
      await gone
    },
  }
}

function untilReady(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    if (child.stdout === null) return
    createInterface({input: child.stdout}).on('line', (line) => {
      if (line.includes('lake ready on')) resolve(true)
    })
  })
}
