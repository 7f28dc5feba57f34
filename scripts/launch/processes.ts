import {type ChildProcess, spawn} from 'node:child_process'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {LaunchProblem} from './problem.ts'
import {logFormatOfParts, shownLine} from './shown-line.ts'

const leaveWithLauncher = path.join(import.meta.dirname, 'leave-with-launcher.mjs')
const keptLines = 40
const patienceMs = 10_000

/** A program that runs beside this one until it is stopped. */
export type Part = {
  name: string
  /** Resolves when the program has ended, with the words to show for it. */
  ended: Promise<string>
  stop: () => Promise<void>
}

export type PartOptions = {
  name: string
  script: string
  args?: string[]
  environment: NodeJS.ProcessEnv
  /** Told each line of its output; true means that it is ready. */
  isReady: (line: string) => boolean
  /** Pass everything that it prints on to the terminal, for `npm run dev`. */
  showOutput?: boolean
}

/** Starts a Node program that ends when this process does, however that happens: see leave-with-launcher.mjs. */
function spawnProgram(script: string, args: string[], options: {cwd?: string; env: NodeJS.ProcessEnv}) {
  return spawn(process.execPath, ['--import', leaveWithLauncher, script, ...args], {
    cwd: options.cwd,
    env: {...options.env, LOG_FORMAT: logFormatOfParts(options.env), STARTED_BY_LAUNCHER: '1'},
    stdio: ['pipe', 'pipe', 'pipe'],
    // Out of the terminal's process group: Ctrl-C reaches the launcher alone, which stops everything in order.
    detached: true,
  })
}

/**
 * Starts a Node program and waits until it says that it is ready.
 * @throws LaunchProblem with the last lines of its output when it ends before that
 */
export async function startPart(options: PartOptions): Promise<Part> {
  const child = spawnProgram(options.script, options.args ?? [], {env: options.environment})
  const output = tailOf(child, options)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) =>
      resolve([`It ended with ${signal ?? `code ${code}`}.`, output.text()].filter(Boolean).join('\n\n')),
    )
  })
  const failure = await Promise.race([output.ready.then(() => null), ended])
  if (failure !== null) throw new LaunchProblem(output.text() || failure)
  return {name: options.name, ended, stop: () => stop(child)}
}

function tailOf(child: ChildProcess, {name, isReady, showOutput, environment}: PartOptions) {
  const lines: string[] = []
  const format = showOutput ? 'text' : logFormatOfParts(environment)
  const {promise: ready, resolve} = Promise.withResolvers<void>()
  let started = false
  for (const [stream, isError] of [
    [child.stdout, false],
    [child.stderr, true],
  ] as const) {
    if (!stream) continue
    createInterface({input: stream}).on('line', (line) => {
      lines.push(line)
      if (lines.length > keptLines) lines.shift()
      if (showOutput || (started && isError)) process.stdout.write(`${shownLine(name, line, format)}\n`)
      if (!started && isReady(line)) {
        started = true
        lines.length = 0
        resolve()
      }
    })
  }
  return {ready, text: () => lines.join('\n').trim()}
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await gone
  clearTimeout(timer)
}

const commands = new Set<ChildProcess>()

/** Ends what `runToEnd` has started, with the processes that it started in turn. */
export async function stopCommands(): Promise<void> {
  await Promise.all(
    Array.from(commands, async (child) => {
      const gone = new Promise((resolve) => child.once('close', resolve))
      // Negative: the whole group, which `detached` made it the head of.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
      const timer = setTimeout(
        () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'),
        patienceMs,
      )
      await gone
      clearTimeout(timer)
    }),
  )
}

/**
 * Runs a Node program to its end, quietly.
 * @param note told each line that it prints
 * @throws LaunchProblem with `failure` and the end of its output when it ends with another code than 0
 */
export function runToEnd(
  script: string,
  args: string[],
  options: {cwd: string; environment: NodeJS.ProcessEnv; failure: string; note?: (line: string) => void},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawnProgram(script, args, {cwd: options.cwd, env: options.environment})
    commands.add(child)
    child.once('close', () => commands.delete(child))
    const lines: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({input: stream}).on('line', (line) => {
        lines.push(line)
        if (lines.length > keptLines) lines.shift()
        if (line.trim()) options.note?.(line.trim())
      })
    }
    child.once('error', (error) => reject(new LaunchProblem(`${options.failure}\n${error.message}`)))
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new LaunchProblem(`${options.failure}\n\n${lines.join('\n').trim()}`))
    })
  })
}
