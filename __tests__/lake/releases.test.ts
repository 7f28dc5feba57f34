import {text} from 'node:stream/consumers'
import {setTimeout as wait} from 'node:timers/promises'
import {startLocalServer} from '../support/local-server.ts'
import {collect, startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startTestLake()
})
afterAll(() => lake.close())

const inMilliseconds = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()

async function untilState(releaseId: string, state: string): Promise<void> {
  const client = lake.client()
  while ((await client.releases.get({releaseId}))?.state !== state) await wait(20)
}

test('a release is seen through its perspective, and by all once it is published', async () => {
  const client = lake.client()
  await client.create({_id: 'head', _type: 'page', title: 'Old'})
  const {releaseId} = await client.releases.create({metadata: {title: 'New term', releaseType: 'asap'}})
  await client.create({_id: `versions.${releaseId}.head`, _type: 'page', title: 'New'})
  const title = '*[_id == "head"][0].title'
  expect(await client.fetch(title, {}, {perspective: [releaseId]})).toBe('New')
  expect(await client.fetch(title)).toBe('Old')
  expect(await client.fetch('releases::all()[].metadata.title', {}, {perspective: 'raw'})).toEqual([
    'New term',
  ])
  const raw = client.withConfig({perspective: 'raw'})
  expect((await raw.releases.fetchDocuments({releaseId})).result).toMatchObject([{title: 'New'}])

  const heard = collect(lake.streaming().listen('*[_id == "head"]', {}, {events: ['welcome', 'mutation']}))
  await heard.first(1)
  await client.releases.publish({releaseId})
  expect(await heard.first(2)).toMatchObject([{type: 'welcome'}, {documentId: 'head', transition: 'update'}])
  heard.stop()
  expect(await client.fetch(title)).toBe('New')
  expect(await client.getDocument(`versions.${releaseId}.head`)).toBeUndefined()
})

test('anonymous readers learn nothing of a release', async () => {
  const client = lake.client()
  await client.releases.create({releaseId: 'hidden', metadata: {title: 'Secret'}})
  expect(await lake.anonymous().fetch('releases::all()', {}, {perspective: 'raw'})).toEqual([])
  await expect(lake.anonymous().fetch('*', {}, {perspective: ['hidden']})).rejects.toMatchObject({
    statusCode: 401,
  })
})

test('API versions from before there were releases refuse them', async () => {
  const old = lake.client({apiVersion: '2024-08-01'})
  await expect(old.releases.create({releaseId: 'early'})).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('action index 0: not supported for this API version'),
  })
})

test('a scheduled release is published at its time, also after a restart', async () => {
  const client = lake.client()
  for (const releaseId of ['now', 'later']) {
    await client.releases.create({releaseId})
    await client.create({_id: `versions.${releaseId}.${releaseId}-page`, _type: 'page'})
  }
  await client.releases.schedule({releaseId: 'later', publishAt: inMilliseconds(600)})
  await client.releases.schedule({releaseId: 'now', publishAt: inMilliseconds(0)})
  await untilState('now', 'published')
  expect(await client.getDocument('now-page')).toMatchObject({_id: 'now-page'})
  expect(await client.releases.get({releaseId: 'later'})).toMatchObject({state: 'scheduled'})
  await lake.restart()
  await untilState('later', 'published')
  expect(await client.getDocument('later-page')).toMatchObject({_id: 'later-page'})
})

test('a scheduled release that cannot be published becomes active again and says why', async () => {
  const client = lake.client()
  await client.create({_id: 'needed', _type: 'page'})
  await client.create({_id: 'needing', _type: 'page', to: {_type: 'reference', _ref: 'needed'}})
  await client.releases.create({releaseId: 'breaking'})
  await client.unpublishVersion({releaseId: 'breaking', publishedId: 'needed'})
  await client.releases.schedule({releaseId: 'breaking', publishAt: inMilliseconds(50)})
  while (!(await client.releases.get({releaseId: 'breaking'}))?.error) await wait(20)
  expect(await client.releases.get({releaseId: 'breaking'})).toMatchObject({
    state: 'active',
    error: {message: expect.stringContaining('"needed" cannot be deleted')},
  })
  expect(await client.getDocument('needed')).toMatchObject({_id: 'needed'})
})

test('a release that another tool scheduled, for a time in another zone or none, disturbs nothing', async () => {
  const client = lake.client()
  const release = (name: string, publishAt: string) => ({
    _id: `_.releases.${name}`,
    _type: 'system.release',
    name,
    state: 'scheduled',
    metadata: {releaseType: 'scheduled'},
    publishAt,
  })
  await client.create(release('never', 'soon'))
  await client.create(release('zoned', '2020-01-01T00:00:00+02:00'))
  await untilState('zoned', 'published')
  expect(await client.releases.get({releaseId: 'never'})).toMatchObject({state: 'scheduled'})
})

test('webhooks hear of what a scheduled release publishes', async () => {
  const called: string[] = []
  const receiver = await startLocalServer(async (request, response) => {
    called.push(await text(request))
    response.end()
  })
  const hooked = await startTestLake({webhooks: [{id: 'site', url: receiver.url, on: ['create']}]})
  const client = hooked.client()
  await client.releases.create({releaseId: 'timed'})
  await client.create({_id: 'versions.timed.page', _type: 'page'})
  await client.releases.schedule({releaseId: 'timed', publishAt: inMilliseconds(0)})
  while (!called.some((body) => body.includes('"page"'))) await wait(20)
  await hooked.close()
  await receiver.close()
  expect(called.map((body) => JSON.parse(body)._id)).toContain('page')
})
