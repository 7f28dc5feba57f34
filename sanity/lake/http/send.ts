import type {ServerResponse} from 'node:http'
import {promisify} from 'node:util'
import {constants, gzip} from 'node:zlib'
import type {LakeAnswer} from './exchange.ts'
import {eventStreamHeaders, openEventStream} from './server-sent-events.ts'

const compress = promisify(gzip)

/** On one machine a small answer arrives sooner uncompressed. Bytes. */
const worthCompressing = 32 * 1024

/** Writes an answer. Resolves when it is written, or when an event stream has started. */
export async function sendAnswer(
  response: ServerResponse,
  answer: LakeAnswer,
  options: {isHead: boolean; acceptsGzip: boolean},
): Promise<void> {
  if ('start' in answer) {
    if (options.isHead) response.writeHead(200, eventStreamHeaders).end()
    else answer.start(openEventStream(response))
    return
  }
  if ('lines' in answer) {
    response.writeHead(200, answer.headers)
    await writeLines(response, options.isHead ? [] : answer.lines)
    return
  }
  const isJson = 'json' in answer
  const content = isJson ? JSON.stringify(answer.json) : answer.body
  const bytes = content === null ? null : Buffer.from(content)
  const headers: {[name: string]: string} = {
    ...(isJson ? {'content-type': 'application/json; charset=utf-8'} : {}),
    ...answer.headers,
  }
  const compressed = isJson && bytes && options.acceptsGzip && bytes.length > worthCompressing
  const sent = compressed ? await compress(bytes, {level: constants.Z_BEST_SPEED}) : bytes
  if (compressed) headers['content-encoding'] = 'gzip'
  if (sent) headers['content-length'] = String(sent.length)
  response.writeHead(answer.status ?? 200, headers)
  response.end(options.isHead ? undefined : (sent ?? undefined))
}

/** Waits for a slow reader between lines instead of holding the whole answer in memory. */
async function writeLines(response: ServerResponse, lines: Iterable<string>): Promise<void> {
  for (const line of lines) {
    if (response.destroyed) return
    if (!response.write(`${line}\n`)) await drained(response)
  }
  response.end()
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.on('drain', done)
    response.on('close', done)
  })
}
