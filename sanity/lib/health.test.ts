import {type LocalServer, startLocalServer} from '../../__tests__/support/local-server.ts'

/** Answers the one question that health asks of Content Lake. */
let lake: LocalServer
let questions = 0

beforeAll(async () => {
  lake = await startLocalServer((_request, response) => {
    questions += 1
    response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify({result: 1}))
  })
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
})

afterEach(() => jest.restoreAllMocks())

/** Lets so many milliseconds pass, and sets the time of day. */
function pass(milliseconds: number, timeOfDay: number): void {
  const later = performance.now() + milliseconds
  jest.spyOn(performance, 'now').mockReturnValue(later)
  jest.spyOn(Date, 'now').mockReturnValue(timeOfDay)
}

it('notices within seconds that the lake is down, though the clock was set back by a day', async () => {
  const {checkHealth} = await import('./health.ts')
  expect((await checkHealth()).content.status).toBe('pass')
  await lake.close()
  const yesterday = Date.now() - 24 * 60 * 60_000
  pass(1_000, yesterday)
  expect((await checkHealth()).content.status).toBe('pass')
  pass(5_000, yesterday + 5_000)
  expect((await checkHealth()).content).toMatchObject({
    status: 'fail',
    reason: expect.stringContaining('does not answer'),
  })
  expect(questions).toBe(1)
})
