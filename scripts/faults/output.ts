import type {ChildProcess} from 'node:child_process'

/** Characters: what a process wrote last says why it ended. */
const kept = 400_000

/** Keeps the end of what a process writes on either stream. @returns a function that gives it */
export function endOfOutput({stdout, stderr}: ChildProcess): () => string {
  let output = ''
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      output = (output + bytes.toString('utf8')).slice(-kept)
    })
  }
  return () => output
}
