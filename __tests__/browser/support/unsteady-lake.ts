import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {buffer} from 'node:stream/consumers'

/**
 * What the lake does with a question: answer it, or after ten seconds, or with something that is no answer; refuse the
 * token, fail, never answer, or not even be there.
 */
export type LakeState = 'well' | 'slow' | 'garbled' | 'refusing' | 'failing' | 'silent' | 'gone'

const slowMs = 10_000

/** What a web server in front of a lake, a disk, or a cable says instead, each with the status 200. */
const garbage = [
  '<!doctype html><title>Down for maintenance</title>',
  '{"result": [{"_id": "page-1", "_ty',
  '{"message": "Welcome to this web server."}',
  '[]',
  'null',
  '',
  '\u0000\ufffd\u0000',
]

/** Stands between a site and the lake under test, so that the lake can seem to break and to recover. */
export async function startUnsteadyLake(lakeUrl: string) {
  let state: LakeState = 'well'
  const requestIds = new Set<string>()
  let questions = 0
  const server = createServer((request, response) => {
    // None is kept open, so that no question is sent on one that is just being closed.
    response.setHeader('connection', 'close')
    questions += 1
    requestIds.add(String(request.headers['x-request-id']))
    if (state === 'gone') request.socket.destroy()
    else if (state === 'failing') response.writeHead(500).end('{"message": "Out of order"}')
    else if (state === 'garbled')
      response.writeHead(200, {'content-type': 'application/json'}).end(garbage[questions % garbage.length])
    else if (state === 'slow') setTimeout(() => void passOn(request, response), slowMs)
    else if (state !== 'silent') void passOn(request, response)
  })

  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = state === 'refusing' ? 'Bearer nobody' : (request.headers.authorization ?? '')
    const body = request.method === 'POST' ? await buffer(request) : null
    const answer = await fetch(`${lakeUrl}${request.url}`, {
      method: request.method ?? 'GET',
      headers: {authorization: token, 'content-type': request.headers['content-type'] ?? 'application/json'},
      body,
    })
    response.writeHead(answer.status, {'content-type': 'application/json'})
    response.end(Buffer.from(await answer.arrayBuffer()))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** What was asked for whom: the ids that came with what the site asked. */
    requestIds,
    /** How often it was asked. */
    questions: () => questions,
    become: (next: LakeState) => {
      state = next
      // Whoever still waits for an answer is let go.
      server.closeAllConnections()
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
