import type {ServerResponse} from 'node:http'
import {text} from 'node:stream/consumers'
import {startLocalServer} from './local-server.ts'

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
  const {url, close} = await startLocalServer((request, response) => {
    asked.push(request.url ?? '')
    authorizations.push(request.headers.authorization)
    void text(request).then((body) => {
      bodies.push(body)
      waiting.push(response)
      answerAll()
    })
  })
  return {
    url,
    answer: (answer) => {
      current = answer
      answerAll()
    },
    requests: () => asked,
    bodies: () => bodies,
    authorizations: () => authorizations,
    close,
  }
}
