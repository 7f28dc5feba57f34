import {ClientError, isQueryParseError} from '@sanity/client'
import {startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startTestLake()
})
afterAll(() => lake.close())

async function refusalOf(promise: Promise<unknown>): Promise<ClientError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof ClientError) return error
  throw error ?? new Error('The lake did not refuse')
}

test('creates, reads, changes and deletes a document', async () => {
  const client = lake.client()
  const created = await client.create({_type: 'school', name: 'Fernhill'})
  expect(created).toMatchObject({_type: 'school', name: 'Fernhill', _rev: expect.any(String)})

  await client.patch(created._id).set({name: 'Fernhill Primary'}).inc({pupils: 3}).commit()
  expect(await client.getDocument(created._id)).toMatchObject({name: 'Fernhill Primary'})

  await client.delete(created._id)
  expect(await client.getDocument(created._id)).toBeUndefined()
})

test('commits all of a transaction or nothing', async () => {
  const client = lake.client()
  const failing = client
    .transaction()
    .create({_id: 'whole-1', _type: 'school'})
    .create({_id: 'whole-1', _type: 'school'})
    .commit()
  expect((await refusalOf(failing)).statusCode).toBe(409)
  expect(await client.getDocument('whole-1')).toBeUndefined()

  const done = await client
    .transaction()
    .create({_id: 'whole-1', _type: 'school'})
    .create({_id: 'whole-2', _type: 'school'})
    .commit({transactionId: 'chosen-id'})
  expect(done).toMatchObject({transactionId: 'chosen-id', documentIds: ['whole-1', 'whole-2']})
})

test('refuses a patch of a revision that is no longer the newest', async () => {
  const client = lake.client()
  const first = await client.create({_id: 'contested', _type: 'school'})
  await client.patch('contested').set({name: 'One'}).commit()
  const late = client.patch('contested').ifRevisionId(first._rev).set({name: 'Two'}).commit()
  expect((await refusalOf(late)).statusCode).toBe(409)
  expect(await client.fetch('*[_id == "contested"][0].name')).toBe('One')
})

test('a dry run changes nothing', async () => {
  const client = lake.client()
  await client.create({_id: 'only-tried', _type: 'school'}, {dryRun: true})
  expect(await client.getDocument('only-tried')).toBeUndefined()
})

test('answers queries through each perspective, and by default as the API version says', async () => {
  const client = lake.client()
  await client.create({_id: 'seen', _type: 'perspective', title: 'Published'})
  await client.create({_id: 'drafts.seen', _type: 'perspective', title: 'Draft'})
  const titles = '*[_type == "perspective"] | order(_id).title'

  expect(await client.fetch(titles)).toEqual(['Published'])
  expect(await client.fetch(titles, {}, {perspective: 'drafts'})).toEqual(['Draft'])
  expect(await client.fetch(titles, {}, {perspective: 'raw'})).toEqual(['Draft', 'Published'])
  expect(await lake.client({apiVersion: '2024-01-01'}).fetch(titles)).toEqual(['Draft', 'Published'])
})

test('takes a query that is too long for an address as a POST', async () => {
  const words = Array.from({length: 3000}, (_, index) => `word-${index}`)
  const query = 'count($words)'
  expect(await lake.client().fetch(query, {words})).toBe(3000)
})

test('tells where a malformed query is wrong', async () => {
  const error = await refusalOf(lake.client().fetch('*[_type == '))
  expect(error.statusCode).toBe(400)
  expect(isQueryParseError(error.details)).toBe(true)
})

test('publishes through an action', async () => {
  const client = lake.client()
  await client.create({_id: 'drafts.to-publish', _type: 'school', name: 'New'})
  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.to-publish',
    publishedId: 'to-publish',
  })
  expect(await client.getDocument('to-publish')).toMatchObject({name: 'New'})
  expect(await client.getDocument('drafts.to-publish')).toBeUndefined()
})

test('names the documents that it leaves out', async () => {
  const client = lake.client()
  await client.create({_id: 'there', _type: 'school'})
  const body = await client.request({url: client.getDataUrl('doc', 'there,not-there')})
  expect(body).toMatchObject({
    documents: [{_id: 'there'}],
    omitted: [{id: 'not-there', reason: 'existence'}],
  })
})

test('lists the history of a document, and gives it as it was', async () => {
  const client = lake.client()
  const first = await client.create({_id: 'with-history', _type: 'school', name: 'First'})
  await client.patch('with-history').set({name: 'Second'}).commit()

  const past = await client.request({
    url: `/data/history/production/documents/with-history?revision=${first._rev}`,
  })
  expect(past).toMatchObject({documents: [{name: 'First'}]})

  const log: unknown = await client.request({
    url: '/data/history/production/transactions/with-history?effectFormat=mendoza&excludeMutations=true',
  })
  const lines = String(log)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({id: first._rev, author: 'local-writer', documentIDs: ['with-history']})
  expect(lines[1].effects['with-history']).toHaveProperty('apply')

  const {events} = await client.request({url: '/data/history/production/events/documents/with-history'})
  expect(events['with-history']).toEqual(
    expect.arrayContaining([expect.objectContaining({type: 'createLiveDocument'})]),
  )
})

test('stores a file and serves it', async () => {
  const client = lake.client()
  const asset = await client.assets.upload('file', Buffer.from('Term dates'), {filename: 'dates.txt'})
  const served = await fetch(asset.url)
  expect(served.status).toBe(200)
  expect(await served.text()).toBe('Term dates')
})

test('makes and removes datasets', async () => {
  const client = lake.client()
  await client.datasets.create('staging')
  expect((await client.datasets.list()).map(({name}) => name)).toEqual(['production', 'staging'])
  await lake.client({dataset: 'staging'}).create({_id: 'elsewhere', _type: 'school'})
  expect(await client.getDocument('elsewhere')).toBeUndefined()
  expect((await refusalOf(client.datasets.create('staging'))).statusCode).toBe(409)
  const secret = client.datasets.create('secret', {aclMode: 'private'})
  expect((await refusalOf(secret)).message).toContain('use a hosted project')
  await client.datasets.delete('staging')
  expect((await refusalOf(lake.client({dataset: 'staging'}).fetch('*'))).statusCode).toBe(404)
})

test('keeps documents over a restart', async () => {
  await lake.client().create({_id: 'kept', _type: 'school'})
  await lake.restart()
  expect(await lake.client().getDocument('kept')).toMatchObject({_id: 'kept'})
})

test('compresses large answers for those who can read them', async () => {
  await lake.client().create({_id: 'large', _type: 'text', body: 'word '.repeat(20_000)})
  const get = (encoding: string, method = 'GET') =>
    fetch(`${lake.url}/v2025-02-19/data/doc/production/large`, {
      method,
      headers: {'accept-encoding': encoding},
    })
  const compressed = await get('gzip')
  expect(compressed.headers.get('content-encoding')).toBe('gzip')
  expect(Number(compressed.headers.get('content-length'))).toBeLessThan(5000)
  expect((await compressed.json()).documents[0].body).toHaveLength(100_000)
  expect((await get('identity')).headers.get('content-encoding')).toBeNull()

  const head = await get('identity', 'HEAD')
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100_000)
  expect(await head.text()).toBe('')
})

test('answers HEAD for what is streamed without streaming it', async () => {
  for (const path of ['listen/production?query=*', 'export/production']) {
    const response = await fetch(`${lake.url}/v2025-02-19/data/${path}`, {method: 'HEAD'})
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  }
})

test('answers when the Studio asks whether a dataset can be reached', async () => {
  expect((await fetch(`${lake.url}/v2025-02-19/data/ping/production`)).status).toBe(200)
})
