import {createServer, type Server} from 'node:http'
import {answerUnreadableContentWith503, noteContentFailure} from './unavailable-status.ts'

let server: Server
let address: string

beforeAll(async () => {
  answerUnreadableContentWith503()
  server = createServer((request, response) => {
    response.statusCode = Number(request.url?.slice(1))
    response.end('words')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = server.address()
  address = typeof found === 'object' && found !== null ? `http://127.0.0.1:${found.port}` : ''
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('an error page about content is a 503; every other answer stays as it is', async () => {
  expect((await fetch(`${address}/500`)).status).toBe(500)
  noteContentFailure()
  const failed = await fetch(`${address}/500`)
  expect(failed.status).toBe(503)
  expect(failed.headers.get('retry-after')).toBe('30')
  expect(await failed.text()).toBe('words')
  expect((await fetch(`${address}/200`)).status).toBe(200)
  expect((await fetch(`${address}/404`)).status).toBe(404)
})
