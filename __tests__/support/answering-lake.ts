import {createServer, type ServerResponse} from 'node:http'
import {text} from 'node:stream/consumers'

/** `silent` keeps whoever asks waiting, until there is an answer for them. */
export type LakeAnswer = {status: number; body: unknown} | 'silent'

/** A lake that gives one answer to every question, to see what the site makes of it. */
export async function startAnsweringLake(): Promise<{
  url: string
  answer: (answer: LakeAnswer) => void
  requests: () => string[]
  /** What was sent with the requests. */
  bodies: () => string[]
  /** By whom they were made. */
  authorizations: () => (string | undefined)[]
  close: () => Promise<void>
}> {
  let current: LakeAnswer = {status: 200, body: {result: null}}
  const asked: string[] = []
  const bodies: string[] = []
  const authorizations: (string | undefined)[] = []
  let waiting: ServerResponse[] = []
  const answerAll = () => {
    if (current === 'silent') return
    const {status, body} = current
    for (const response of waiting) {
      response.writeHead(status, {'content-type': 'application/json'})
      response.end(JSON.stringify(body))
    }
    waiting = []
  }
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    authorizations.push(request.headers.authorization)
    void text(request).then((body) => {
      bodies.push(body)
      waiting.push(response)
      answerAll()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    answer: (answer) => {
      current = answer
      answerAll()
    },
    requests: () => asked,
    bodies: () => bodies,
    authorizations: () => authorizations,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
