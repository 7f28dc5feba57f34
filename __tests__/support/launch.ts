import {type ChildProcess, spawn} from 'node:child_process'

export type Launch = {
  child: ChildProcess
  /** Everything that it has printed so far. */
  output: () => string
  /** Waits until it has printed these words. Rejects, with what it printed instead, when it ends first. */
  until: (words: string | RegExp) => Promise<void>
  /** Its exit code, or the signal that ended it, once it and its output have ended. */
  ended: Promise<number | NodeJS.Signals | null>
  /** Ends it with everything that it started, whatever the test has come to. */
  clear: () => Promise<void>
}

type LaunchOptions = {
  command?: string
  args: string[]
  folder?: string
  variables?: {[name: string]: string}
}

/** Starts a program, the launcher as a rule, as the head of a process group: that is what Ctrl-C reaches. */
export function launch({command = process.execPath, args, folder, variables}: LaunchOptions): Launch {
  const child = spawn(command, args, {
    cwd: folder,
    env: {...process.env, SANITY_PROJECT_ID: '', SANITY_DATASET: '', ...variables},
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data
      for (const look of waiting) look()
    })
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  const until = (words: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (typeof words === 'string' ? !output.includes(words) : !words.test(output)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
      ended.then((how) => reject(new Error(`It ended with ${how} before it said ${words}:\n${output}`)))
    })
  const clear = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
  return {child, output: () => output, until, ended, clear}
}
