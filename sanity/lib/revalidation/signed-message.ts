import {timingSafeEqual} from 'node:crypto'
import {
  decodeSignatureHeader,
  encodeSignatureHeader,
  isSignatureError,
  SIGNATURE_HEADER_NAME,
} from '@sanity/webhook'

/** The message, or the status and the reason of its refusal. */
export type SignedMessage =
  | {body: string; refusal: null}
  | {body: null; refusal: {status: number; reason: string}}

/** The webhook sends a few ids and slugs. */
export const largestBodyBytes = 16 * 1024

/** The webhook sends its message in one piece; whoever takes longer only keeps a connection busy. */
export const bodyPatienceMs = 10_000

/** A message older or younger than this is refused, so that one that was overheard cannot be sent again for long. */
export const timestampToleranceMs = 5 * 60 * 1000

const refused = (status: number, reason: string): SignedMessage => ({body: null, refusal: {status, reason}})

/**
 * Reads a message and verifies that Content Lake signed it, as `@sanity/webhook` defines it: over the raw body and
 * the time of sending.
 * @param secret - null when none is configured, which refuses everything
 */
export async function readSignedMessage(request: Request, secret: string | null): Promise<SignedMessage> {
  if (secret === null) return refused(503, 'SANITY_WEBHOOK_SECRET is not set, so no message can be trusted.')
  const header = request.headers.get(SIGNATURE_HEADER_NAME)
  if (header === null) return refused(401, 'The signature is missing.')
  const body = await readLimited(request)
  if (body === null) return refused(413, `A message has ${largestBodyBytes} bytes at most.`)
  const isValid = await isSigned(body, header, secret)
  if (isValid !== true) return refused(401, 'The signature is not valid.')
  const {timestamp} = decodeSignatureHeader(header)
  if (Math.abs(Date.now() - timestamp) > timestampToleranceMs)
    return refused(401, 'The signature is too old.')
  return {body, refusal: null}
}

/** Compares in constant time; `@sanity/webhook` itself compares the way that strings are compared. */
async function isSigned(body: string, header: string, secret: string): Promise<boolean> {
  try {
    const {timestamp} = decodeSignatureHeader(header)
    const expected = Buffer.from(await encodeSignatureHeader(body, timestamp, secret))
    const given = Buffer.from(header.trim())
    return given.length === expected.length && timingSafeEqual(given, expected)
  } catch (error) {
    if (isSignatureError(error)) return false
    throw error
  }
}

/** The body as text, or what has come of it in time; null as soon as it is longer than allowed. */
async function readLimited(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBodyBytes) return null
  if (request.body === null) return ''
  const reader = request.body.getReader()
  const giveUp = setTimeout(() => void reader.cancel(), bodyPatienceMs)
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const {done, value} = await reader.read()
      if (done) return Buffer.concat(parts).toString('utf8')
      length += value.byteLength
      if (length > largestBodyBytes) {
        await reader.cancel()
        return null
      }
      parts.push(value)
    }
  } finally {
    clearTimeout(giveUp)
  }
}
