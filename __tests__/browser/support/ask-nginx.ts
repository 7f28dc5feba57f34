import type {IncomingMessage, OutgoingHttpHeaders} from 'node:http'
import {request} from 'node:https'

export type Answer = {
  status: number | undefined
  headers: IncomingMessage['headers']
  /** What nginx did: `HIT`, `EXPIRED` and so on; undefined where it keeps nothing. */
  cache: unknown
  body: Buffer
}

/**
 * Asks nginx as it was started for a test, whose certificate nobody has signed.
 * @param path - sent letter by letter, with whatever dots and doubled slashes
 */
export function askNginx(
  url: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<Answer> {
  const {hostname, port} = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request(
      {hostname, port, path, method, headers, family: 4, rejectUnauthorized: false},
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
