import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {bodyPatienceMs, largestBodyBytes, readSignedMessage, timestampToleranceMs} from './signed-message.ts'

const secret = 'a secret of this test'

function message(body: string, signature: string | null): Request {
  const headers = signature === null ? undefined : {[SIGNATURE_HEADER_NAME]: signature}
  return new Request('https://site.example/api/revalidate', {
    method: 'POST',
    body,
    ...(headers ? {headers} : {}),
  })
}

const sign = (body: string, sentAt = Date.now(), by = secret) => encodeSignatureHeader(body, sentAt, by)

test('a message that the lake signed is read as it was sent', async () => {
  const body = '{ "id":"page-a" }'
  expect(await readSignedMessage(message(body, await sign(body)), secret)).toEqual({body, refusal: null})
})

test('without a secret everything is refused', async () => {
  const {refusal} = await readSignedMessage(message('{}', await sign('{}')), null)
  expect(refusal?.status).toBe(503)
})

test.each([
  ['no signature', async () => null],
  ['a signature of another secret', async () => sign('{}', Date.now(), 'another secret')],
  ['a signature of another body', async () => sign('{"id":"other"}')],
  ['no signature at all in the header', async () => 'signed, honestly'],
  ['a signature that is too old', async () => sign('{}', Date.now() - timestampToleranceMs - 1_000)],
  ['a signature from the future', async () => sign('{}', Date.now() + timestampToleranceMs + 1_000)],
])('%s is refused', async (_, signature) => {
  const {body, refusal} = await readSignedMessage(message('{}', await signature()), secret)
  expect(body).toBeNull()
  expect(refusal?.status).toBe(401)
})

test('a signature with the time of sending changed is refused', async () => {
  const [, signature] = (await sign('{}', Date.now() - 2 * timestampToleranceMs)).split(',')
  const {refusal} = await readSignedMessage(message('{}', `t=${Date.now()},${signature}`), secret)
  expect(refusal?.status).toBe(401)
})

test('a message that is too long is refused, announced or not', async () => {
  const body = 'x'.repeat(largestBodyBytes + 1)
  const announced = message(body, await sign(body))
  announced.headers.set('content-length', String(body.length))
  expect((await readSignedMessage(announced, secret)).refusal?.status).toBe(413)
  expect((await readSignedMessage(message(body, await sign(body)), secret)).refusal?.status).toBe(413)
})

test('a message that does not end is given up', async () => {
  jest.useFakeTimers()
  const body = new ReadableStream({start: (controller) => controller.enqueue(new TextEncoder().encode('{'))})
  const init: RequestInit & {duplex: 'half'} = {method: 'POST', body, duplex: 'half'}
  const request = new Request('https://site.example/api/revalidate', init)
  request.headers.set(SIGNATURE_HEADER_NAME, await sign('{}'))
  const read = readSignedMessage(request, secret)
  await jest.advanceTimersByTimeAsync(bodyPatienceMs)
  expect((await read).refusal?.status).toBe(401)
  jest.useRealTimers()
})
