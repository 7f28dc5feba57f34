import {ChannelError} from '@sanity/client-for-studio'
import {collect, startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeEach(async () => {
  lake = await startTestLake()
})
afterEach(() => lake.close())

const streaming = () => lake.streaming({token: lake.secrets.writeToken})
const welcomeAndMutations = {events: ['welcome' as const, 'mutation' as const], includeAllVersions: true}

test('tells when a document enters, changes within and leaves what is listened to', async () => {
  const client = lake.client()
  const heard = collect(streaming().listen('*[_type == "school" && open]', {}, welcomeAndMutations))
  expect(await heard.first(1)).toEqual([expect.objectContaining({type: 'welcome'})])

  const created = await client.create({_id: 'oak', _type: 'school', open: false})
  const opened = await client.patch('oak').set({open: true}).commit()
  const renamed = await client.patch('oak').set({name: 'Oak'}).commit()
  await client.patch('oak').set({open: false}).commit()

  const [, ...events] = await heard.first(4)
  heard.stop()
  expect(events).toEqual([
    expect.objectContaining({
      transition: 'appear',
      documentId: 'oak',
      previousRev: created._rev,
      resultRev: opened._rev,
      result: expect.objectContaining({open: true}),
    }),
    expect.objectContaining({transition: 'update', previousRev: opened._rev, resultRev: renamed._rev}),
    expect.objectContaining({transition: 'disappear', previousRev: renamed._rev}),
  ])
})

test('a deletion results in a revision, because the Studio puts the events of a document in order by it', async () => {
  const created = await lake.client().create({_id: 'oak', _type: 'school'})
  const heard = collect(streaming().listen('*', {}, welcomeAndMutations))
  await heard.first(1)
  const {transactionId} = await lake.client().mutate([{delete: {id: 'oak'}}], {returnDocuments: false})
  const [, event] = await heard.first(2)
  heard.stop()
  expect(event).toMatchObject({
    transition: 'disappear',
    previousRev: created._rev,
    resultRev: transactionId,
  })
})

test('counts the events of a transaction that this listener hears, and no others', async () => {
  const heard = collect(streaming().listen('*[_type == "school"]', {}, welcomeAndMutations))
  await heard.first(1)
  await lake
    .client()
    .transaction()
    .create({_id: 'first', _type: 'school'})
    .create({_id: 'not-heard', _type: 'page'})
    .create({_id: 'second', _type: 'school'})
    .commit()
  const [, ...events] = await heard.first(3)
  heard.stop()
  expect(events).toEqual([
    expect.objectContaining({documentId: 'first', transactionTotalEvents: 2, transactionCurrentEvent: 0}),
    expect.objectContaining({documentId: 'second', transactionTotalEvents: 2, transactionCurrentEvent: 1}),
  ])
})

test('sends what was asked for: mutations, effects, the document before and after', async () => {
  await lake.client().create({_id: 'oak', _type: 'school', name: 'Oak'})
  const full = collect(
    streaming().listen(
      '*',
      {},
      {
        ...welcomeAndMutations,
        includePreviousRevision: true,
        effectFormat: 'mendoza',
      },
    ),
  )
  const bare = collect(
    streaming().listen('*', {}, {...welcomeAndMutations, includeResult: false, includeMutations: false}),
  )
  await Promise.all([full.first(1), bare.first(1)])
  await lake.client().patch('oak').set({name: 'Oak Hill'}).commit()
  const [[, whole], [, short]] = await Promise.all([full.first(2), bare.first(2)])
  full.stop()
  bare.stop()
  expect(whole).toMatchObject({
    mutations: [{patch: {id: 'oak', set: {name: 'Oak Hill'}}}],
    effects: {apply: expect.any(Array), revert: expect.any(Array)},
    previous: {name: 'Oak'},
    result: {name: 'Oak Hill'},
  })
  for (const absent of ['mutations', 'effects', 'previous', 'result']) {
    expect(short).not.toHaveProperty(absent)
  }
})

test('leaves drafts out unless they are asked for, since API version 2025-02-19', async () => {
  const published = collect(streaming().listen('*', {}, {events: ['welcome', 'mutation']}))
  const older = collect(
    lake
      .streaming({token: lake.secrets.writeToken, apiVersion: '2024-01-01'})
      .listen('*', {}, {events: ['welcome', 'mutation']}),
  )
  await Promise.all([published.first(1), older.first(1)])
  await lake.client().create({_id: 'drafts.oak', _type: 'school'})
  await lake.client().create({_id: 'elm', _type: 'school'})
  const [[, heard], [, heardBefore]] = await Promise.all([published.first(2), older.first(2)])
  published.stop()
  older.stop()
  expect(heard).toMatchObject({documentId: 'elm'})
  expect(heardBefore).toMatchObject({documentId: 'drafts.oak'})
})

test('says on the open stream that a query is malformed', async () => {
  const error = await collect(streaming().listen('*[_type == '))
    .first(1)
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ChannelError)
  expect(String(error)).toContain('GROQ query parse error')
})

test('a listener that was cut off hears what it missed', async () => {
  const client = lake.client()
  const heard = collect(
    streaming().listen(
      '*[_id in ["oak", "elm"]]',
      {},
      {
        events: ['welcome', 'mutation', 'welcomeback', 'reset'],
        enableResume: true,
      },
    ),
  )
  await heard.first(1)
  await client.create({_id: 'oak', _type: 'school'})
  await heard.first(2)
  await lake.restart()
  await lake.client().create({_id: 'elm', _type: 'school'})
  const events = await heard.first(4)
  heard.stop()
  expect(
    events
      .slice(2)
      .map((event) => event.type)
      .sort(),
  ).toEqual(['mutation', 'welcomeback'])
  expect(events.filter((event) => 'documentId' in event && event.documentId === 'oak')).toHaveLength(1)
  expect(events.filter((event) => 'documentId' in event && event.documentId === 'elm')).toHaveLength(1)
}, 15_000)

describe('coming back with the id of an event', () => {
  const read = async (
    lastEventId: string,
    path = '/v2025-02-19/data/listen/production?query=*&enableResume=true',
  ) => {
    const response = await fetch(`${lake.url}${path}`, {
      headers: {authorization: `Bearer ${lake.secrets.readToken}`, 'last-event-id': lastEventId},
    })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!/^event: .*$/m.test(text)) text += (await reader?.read())?.value ?? ''
    await reader?.cancel()
    return /^event: (.*)$/m.exec(text)?.[1]
  }

  test('that the log does not know is told to start anew', async () => {
    expect(await read('7.1.another-log')).toBe('reset')
    expect(await read('nonsense')).toBe('reset')
  })

  test('that names another transaction of that number is told to start anew', async () => {
    const {_rev} = await lake.client().create({_id: 'oak', _type: 'school'})
    expect(await read(`1.1.${_rev}`)).toBe('welcomeback')
    expect(await read('1.1.other')).toBe('reset')
  })

  test('of live events that the log does not know is told to fetch everything', async () => {
    expect(await read('7.1.another-log', '/v2025-02-19/data/live/events/production')).toBe('restart')
  })
})

test('live events name the tags of the queries that a change touches', async () => {
  const client = lake.client()
  await client.create({_id: 'oak', _type: 'school', name: 'Oak'})
  const {syncTags} = await client.fetch('*[_type == "school"]', {}, {filterResponse: false})
  const events = collect(lake.streaming().live.events())
  const [welcome] = await events.first(1)
  expect(welcome).toMatchObject({type: 'welcome', id: expect.any(String)})

  await client.create({_id: 'drafts.oak', _type: 'school', name: 'Draft'})
  await client.patch('oak').set({name: 'Oak Hill'}).commit()
  const [, message] = await events.first(2)
  events.stop()
  expect(message).toMatchObject({type: 'message', tags: expect.arrayContaining(syncTags ?? ['no tags'])})
  expect(await client.fetch('*[_id == "oak"][0].name')).toBe('Oak Hill')
})

test('live events of drafts reach those who sign in', async () => {
  const events = collect(streaming().live.events({includeDrafts: true}))
  await events.first(1)
  await lake.client().create({_id: 'drafts.oak', _type: 'school'})
  expect((await events.first(2))[1]).toMatchObject({type: 'message'})
  events.stop()
})
