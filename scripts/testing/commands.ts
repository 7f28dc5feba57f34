import {spawn} from 'node:child_process'

/**
 * Runs a program with its output on the terminal.
 * @returns its exit code; 1 when a signal ended it
 */
export function runForCode(command: string, args: string[], environment = process.env): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {stdio: ['ignore', 'inherit', 'inherit'], env: environment})
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs a program and keeps what it prints, on either stream. */
export function runForOutput(command: string, args: string[]): Promise<{code: number; output: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {stdio: ['ignore', 'pipe', 'pipe']})
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({code: code ?? 1, output}))
  })
}

/** As `runForCode`. @throws Error when it ends with another code than 0 */
export async function runCommand(command: string, args: string[], environment = process.env): Promise<void> {
  const code = await runForCode(command, args, environment)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}.`)
}
