/**
 * GROQ through HTTP, in a selection of our own. Sanity's whole suite is asked by `npm run lake:conformance -- groq`.
 */
import {nonsense, questions, refusals, shelves} from './groq-cases.ts'
import {startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startTestLake()
  const transaction = lake.client().transaction()
  for (const document of shelves) transaction.createOrReplace(document)
  await transaction.commit()
})
afterAll(() => lake.close())

async function query(text: string, params: object = {}): Promise<{status: number; body: unknown}> {
  const parameters = Object.entries(params).map(([name, value]) => [`$${name}`, JSON.stringify(value)])
  const search = new URLSearchParams([['query', text], ['perspective', 'raw'], ...parameters])
  const response = await fetch(`${lake.url}/v2025-02-19/data/query/production?${search}`, {
    headers: {authorization: `Bearer ${lake.secrets.readToken}`},
  })
  return {status: response.status, body: await response.json()}
}

describe.each(Object.entries(questions))('%s', (_, asked) => {
  test.each(asked)('$query', async ({query: text, params, answer}) => {
    const {status, body} = await query(text, params)
    expect(status).toBe(200)
    expect(body).toEqual({query: text, result: answer, syncTags: expect.any(Array), ms: expect.any(Number)})
  })
})

describe('refused', () => {
  test.each(refusals)('$query at $start', async ({query: text, start}) => {
    const {status, body} = await query(text)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      error: {
        type: 'queryParseError',
        description: expect.any(String),
        query: text,
        start,
        end: expect.any(Number),
      },
    })
  })

  test.each(nonsense)('%s', async (text) => {
    expect(await query(text)).toMatchObject({status: 400})
  })
})
