import type {IncomingMessage, OutgoingHttpHeaders} from 'node:http'
import {request} from 'node:https'

export type Answer = {
  status: number | undefined
  headers: IncomingMessage['headers']
  /** What nginx did: `HIT`, `EXPIRED` and so on; undefined where it keeps nothing. */
  cache: unknown
  body: Buffer
}

/** For `expect.poll`: more often than nginx goes on to its next place of a page. */
export const oftenEnough = {intervals: [20]}

type Options = {
  headers?: OutgoingHttpHeaders
  method?: string
  /** Whom nginx takes it to be from: 127.0.0.1, or another of this machine’s own addresses. */
  localAddress?: string
}

/**
 * Asks nginx as it was started for a test, whose certificate nobody has signed.
 * @param path - sent letter by letter, with whatever dots and doubled slashes
 */
export function askNginx(
  url: string,
  path: string,
  {headers = {}, method = 'GET', localAddress = '127.0.0.1'}: Options = {},
): Promise<Answer> {
  const {hostname, port} = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request(
      {hostname, port, path, method, headers, localAddress, family: 4, rejectUnauthorized: false},
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('end', () =>
          resolve({
            status: answer.statusCode,
            headers: answer.headers,
            cache: answer.headers['x-cache'],
            body: Buffer.concat(parts),
          }),
        )
      },
    )
    sent.once('error', reject).end()
  })
}
