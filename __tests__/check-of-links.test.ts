import {createHash} from 'node:crypto'
import {readDocuments} from '../scripts/content/check/read-documents.ts'
import {linksInWords} from '../scripts/content/check/report-text.ts'
import {askForLinks} from '../scripts/content/links/ask-for-links.ts'
import {startTestLake, type TestLake} from './lake/support.ts'
import {type LocalServer, startLocalServer} from './support/local-server.ts'

type LinkCheck = {_id: string; address: string; outcome: string; checkedAt: string; failingSince?: string}

let lake: TestLake
let server: LocalServer
let isUp = false

beforeAll(async () => {
  lake = await startTestLake()
  server = await startLocalServer(({url}, response) => {
    if (url === '/old') response.writeHead(301, {location: '/new'}).end()
    else response.writeHead(url === '/down' && !isUp ? 500 : url === '/shy' ? 403 : 200).end()
  })
})

afterAll(async () => {
  await server.close()
  await lake.close()
})

const addressOf = (name: string) => `${server.url}/${name}`

async function check(allowPrivate: boolean) {
  const client = lake.client({perspective: 'raw'})
  const asking = {userAgent: 'a test', timeLimit: 15_000, allowPrivate}
  return askForLinks({client, stays: true}, await readDocuments(client), asking, () => {})
}

const kept = () => lake.client().fetch<LinkCheck[]>('*[_type == "linkCheck"] | order(address asc)')

test('links are asked for, and result and date are kept where nobody but staff reads them', async () => {
  const resource = (name: string) => ({_id: `resource-${name}`, _type: 'resource', url: addressOf(name)})
  for (const name of ['works', 'old', 'down']) await lake.client().create(resource(name))
  await lake.client().create({...resource('again'), url: addressOf('works')})
  // What the register said is a record: nobody follows it, and nobody could mend it.
  await lake.client().create({
    _id: 'school-a',
    _type: 'school',
    registerFacts: [{_key: 'website', _type: 'registerFact', says: addressOf('register')}],
  })

  const asked = await check(true)
  expect(asked.map(({usedIn}) => usedIn)).toEqual([
    ['resource-down'],
    ['resource-old'],
    ['resource-again', 'resource-works'],
  ])
  const [down, old, works] = await kept()
  expect(down).toMatchObject({address: addressOf('down'), outcome: 'fails', status: 500})
  expect(old).toMatchObject({outcome: 'redirects', status: 200, leadsTo: addressOf('new'), permanent: true})
  expect(works).toMatchObject({outcome: 'works', status: 200})
  const hash = createHash('sha256').update(addressOf('down')).digest('hex').slice(0, 32)
  expect(down?._id).toBe(`linkCheck.${hash}`)
  expect(new Date(down?.checkedAt ?? '').toISOString()).toBe(down?.checkedAt)
  expect(down?.failingSince).toBe(down?.checkedAt)
  expect(await lake.anonymous().fetch('count(*[_type == "linkCheck"])')).toBe(0)

  await lake.client().delete('resource-old')
  await check(true)
  const [stillDown, ...others] = await kept()
  expect(stillDown?.failingSince).toBe(down?.failingSince)
  expect(stillDown?.checkedAt).not.toBe(down?.checkedAt)
  expect(others.map(({address}) => address)).toEqual([addressOf('works')])

  isUp = true
  await lake.client().create(resource('shy'))
  const report = linksInWords(await check(true))
  expect(report).toContain('3 addresses asked for: 0 failing, 0 moved for good, 1 for people alone to try.')
  expect(report).toContain(`${addressOf('shy')}\n  The server refuses programs`)
  expect(await kept()).toEqual([
    expect.objectContaining({address: addressOf('down'), outcome: 'works'}),
    expect.objectContaining({address: addressOf('shy'), outcome: 'refuses', status: 403}),
    expect.objectContaining({address: addressOf('works')}),
  ])
  expect((await kept())[0]).not.toHaveProperty('failingSince')
})

test('a machine that reaches nothing keeps nothing, because the addresses may be as good as ever', async () => {
  const before = await kept()
  expect(before).toHaveLength(3)
  await expect(check(false)).rejects.toThrow(
    /^None of the 3 addresses can be reached: is this machine connected to the internet\? No result was kept\.$/,
  )
  expect(await kept()).toEqual(before)
})
