import type {IncomingMessage} from 'node:http'
import {plainError} from '../errors.ts'
import {isDeeperThan} from '../store/depth.ts'
import type {JsonValue} from '../types.ts'

/** Bytes that Sanity takes in one request with JSON: https://www.sanity.io/docs/content-lake/technical-limits */
const jsonLimit = 4 * 1024 * 1024

/** @throws LakeError 413 for more than `limit` bytes, 415 for a compressed body. */
export function readBytes(message: IncomingMessage, limit: number): Promise<Buffer> {
  const encoding = message.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    return Promise.reject(plainError(415, 'Unsupported Media Type', 'Send the body uncompressed'))
  }
  if (Number(message.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge(limit))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    message.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      // What is still on its way is read and dropped until the answer is out and the connection closed.
      else reject(tooLarge(limit))
    })
    message.on('end', () => resolve(Buffer.concat(chunks)))
    message.on('error', reject)
    message.on('close', () => reject(plainError(400, 'Bad Request', 'The request ended before its body did')))
  })
}

/** Far more than any document or parameter needs; with some thousands, writing it out again exhausts the stack. */
const deepestJson = 500

/** @throws LakeError 400 for malformed or very deep JSON, 413 for too much of it. */
export async function readJson(message: IncomingMessage): Promise<JsonValue> {
  const bytes = await readBytes(message, jsonLimit)
  const value = parseJson(bytes.toString('utf8'))
  if (isDeeperThan(deepestJson, value))
    throw plainError(400, 'Bad Request', `The JSON is nested more than ${deepestJson} levels deep`)
  return value
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch {
    throw plainError(400, 'Bad Request', 'Invalid request payload JSON format')
  }
}

function tooLarge(limit: number) {
  return plainError(
    413,
    'Request Entity Too Large',
    `Payload content length greater than maximum allowed: ${limit}`,
  )
}
