import {type ChildProcess, spawn} from 'node:child_process'
import {createInterface} from 'node:readline'

/** A program of this test, which can be ended and started again. */
export type Started = {
  /** Resolves with the exit code, or the name of the signal that ended it. */
  end: (signal?: NodeJS.Signals) => Promise<string>
  /** Without an end: for a Redis that is there and does not answer. */
  signal: (signal: NodeJS.Signals) => void
  output: () => string[]
}

/** @param ready - words of the line that says so; null for a program that says nothing */
export async function startProgram(
  [command = '', ...args]: string[],
  ready: string | null,
  variables: {[name: string]: string | undefined} = process.env,
): Promise<Started> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...variables, NODE_ENV: 'production'},
  })
  const output: string[] = []
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)))
    child.once('error', (error) => resolve(error.message))
  })
  await Promise.race([
    untilSaid(child, output, ready),
    ended.then((how) => {
      throw new Error(`${command} ended (${how}):\n${output.join('\n')}`)
    }),
  ])
  return {
    output: () => [...output],
    signal: (signal) => void child.kill(signal),
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      // A process that was stopped takes no other signal before it goes on.
      child.kill('SIGCONT')
      return ended
    },
  }
}

function untilSaid(child: ChildProcess, output: string[], ready: string | null): Promise<void> {
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue
      createInterface({input: stream}).on('line', (line) => {
        output.push(line)
        if (ready !== null && line.includes(ready)) resolve()
      })
    }
    if (ready === null) resolve()
  })
}
