import {createServer, type IncomingHttpHeaders} from 'node:http'
import type {Random} from '#sanity/lake/store/testing/random.ts'

/** What a webhook's receiver was told, in order: a message as often as it came. */
export type Told = {transactionId: string; documentId: string}[]

/** One message in so many is refused, and comes again a quarter of a second later. */
const failing = 100

export type Receiver = {url: string; told: Told; close: () => Promise<void>}

/** Takes the lake's webhook, is now and then slow, and now and then fails. */
export async function startReceiver(random: Random): Promise<Receiver> {
  const told: Told = []
  const server = createServer((request, response) => {
    request.resume()
    request.once('error', () => {})
    request.once('end', () => {
      const fails = random(failing) === 0
      if (!fails) told.push(messageIn(request.headers))
      setTimeout(() => response.writeHead(fails ? 500 : 200).end(), random(30) === 0 ? 40 : 0)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    told,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const messageIn = (headers: IncomingHttpHeaders) => ({
  transactionId: String(headers['sanity-transaction-id']),
  documentId: String(headers['sanity-document-id']),
})
