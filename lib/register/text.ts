import type {OnProgress, RegisterFile} from './file.ts'
import {kindProblem, tellingBytes} from './file-kind.ts'
import {RegisterProblem} from './problem.ts'

/** How the letters of a file are written. The register itself writes windows-1252. */
export type Encoding = 'utf-8' | 'windows-1252'

/**
 * Looks through a whole file, so that its letters are read in one way from the first to the last: as UTF-8 when all
 * of it is, else as windows-1252.
 * @throws RegisterProblem when it is empty or of another kind
 */
export async function encodingOf(file: RegisterFile, onProgress?: OnProgress): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', {fatal: true})
  const start = new Uint8Array(tellingBytes)
  let encoding: Encoding = 'utf-8'
  let done = 0
  for await (const chunk of file.chunks()) {
    if (done < tellingBytes) {
      start.set(chunk.subarray(0, tellingBytes - done), done)
      if (done + chunk.length >= tellingBytes) requireText(start)
    }
    if (encoding === 'utf-8' && !decodes(decoder, chunk)) encoding = 'windows-1252'
    done += chunk.length
    onProgress?.(done, file.size)
  }
  if (done === 0) throw new RegisterProblem('This file is empty: download it again.')
  if (done < tellingBytes) requireText(start.subarray(0, done))
  return encoding === 'utf-8' && decodes(decoder) ? 'utf-8' : 'windows-1252'
}

function requireText(start: Uint8Array): void {
  const problem = kindProblem(start)
  if (problem !== null) throw new RegisterProblem(problem)
}

/** @param chunk - left out at the end, where a letter may be incomplete */
function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, {stream: chunk !== undefined})
    return true
  } catch {
    return false
  }
}

/** Most letters at a time, so that a page in which they are read goes on answering. */
const pieceLength = 65_536

/** The letters of a file in pieces of any length, without a byte order mark, with lines that end in LF alone. */
export async function* textOf(
  file: RegisterFile,
  encoding: Encoding,
  onProgress?: OnProgress,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let done = 0
  // The first half of a line's end, whose second half may be in the next piece.
  let half = ''
  for await (const chunk of file.chunks()) {
    const text = half + decoder.decode(chunk, {stream: true})
    half = text.endsWith('\r') ? '\r' : ''
    yield* pieces(text.slice(0, text.length - half.length))
    done += chunk.length
    onProgress?.(done, file.size)
  }
  yield* pieces(half + decoder.decode())
}

function* pieces(text: string): Generator<string> {
  const plain = text.replace(/\r\n?/g, '\n')
  for (let at = 0; at < plain.length; at += pieceLength) yield plain.slice(at, at + pieceLength)
}
