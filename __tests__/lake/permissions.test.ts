import {gzipSync} from 'node:zlib'
import {collect, siteOrigin, startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startTestLake()
  const client = lake.client()
  await client.create({_id: 'open', _type: 'school', name: 'Open'})
  await client.create({_id: 'drafts.open', _type: 'school', name: 'Draft'})
  await client.create({_id: 'private.note', _type: 'note', name: 'Note'})
})
afterAll(() => lake.close())

const call = (path: string, init: RequestInit = {}) => fetch(`${lake.url}${path}`, init)

describe('without a token', () => {
  test('queries see published documents without a dotted id, also in the raw perspective', async () => {
    const ids = '*[defined(name)]._id'
    expect(await lake.anonymous().fetch(ids)).toEqual(['open'])
    expect(await lake.anonymous().fetch(ids, {}, {perspective: 'raw'})).toEqual(['open'])
  })

  test('perspectives with drafts are refused', async () => {
    const asked = lake.anonymous().fetch('*', {}, {perspective: 'drafts'})
    await expect(asked).rejects.toMatchObject({statusCode: 401})
  })

  test('documents are read by id only when they are open', async () => {
    const response = await call('/v2025-02-19/data/doc/production/open,drafts.open,private.note')
    const {documents, omitted} = await response.json()
    expect(documents).toHaveLength(1)
    expect(omitted).toEqual([
      {id: 'drafts.open', reason: 'permission'},
      {id: 'private.note', reason: 'permission'},
    ])
  })

  test('the export holds only what is open', async () => {
    const text = await (await call('/v2025-02-19/data/export/production')).text()
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)._id),
    ).toEqual(['open'])
  })

  test('listeners hear nothing of drafts', async () => {
    const options = {events: ['welcome' as const, 'mutation' as const], includeAllVersions: true}
    const heard = collect(lake.streaming().listen('*', {}, options))
    await heard.first(1)
    await lake.client().patch('drafts.open').set({name: 'Changed draft'}).commit()
    await lake.client().patch('open').set({name: 'Changed'}).commit()
    const [, event] = await heard.first(2)
    heard.stop()
    expect(event).toMatchObject({type: 'mutation', documentId: 'open'})
  })

  test.each([
    ['POST', '/v2025-02-19/data/actions/production'],
    ['POST', '/v2025-02-19/assets/files/production'],
    ['PUT', '/v2025-02-19/datasets/another'],
    ['DELETE', '/v2025-02-19/datasets/production'],
    ['GET', '/v2025-02-19/data/history/production/documents/open'],
    ['GET', '/v2025-02-19/data/live/events/production?includeDrafts=true'],
    ['GET', '/v2025-02-19/users/me/keyvalue'],
    ['GET', '/v2025-02-19/projects/local'],
  ])('%s %s is refused', async (method, path) => {
    const response = await call(path, {method})
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({statusCode: 401, error: 'Unauthorized'})
  })
})

describe('with the read token', () => {
  test('drafts are read', async () => {
    expect(await lake.reader().getDocument('drafts.open')).toMatchObject({_id: 'drafts.open'})
  })

  test('nothing is written', async () => {
    await expect(lake.reader().create({_type: 'school'})).rejects.toMatchObject({
      statusCode: 403,
      details: {type: 'mutationError', items: [{error: {type: 'insufficientPermissionsError'}}]},
    })
    await expect(lake.reader().datasets.create('another')).rejects.toMatchObject({statusCode: 403})
  })
})

test('a wrong token is refused even where none is needed, in the way that signs the Studio out', async () => {
  const asked = lake.anonymous({token: 'made-up'}).fetch('*')
  await expect(asked).rejects.toMatchObject({
    statusCode: 401,
    response: {body: {errorCode: 'SIO-401-ANF'}},
  })
  const basic = await call('/v1/users/me', {headers: {authorization: 'Basic bWU6bWU='}})
  expect(basic.status).toBe(401)
})

describe('requests that are not as they should be', () => {
  const write = (body: BodyInit, headers: Record<string, string> = {}) =>
    call('/v2025-02-19/data/mutate/production', {
      method: 'POST',
      body,
      headers: {authorization: `Bearer ${lake.secrets.writeToken}`, ...headers},
    })

  test('malformed JSON', async () => {
    const response = await write('{"mutations": [')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({statusCode: 400, error: 'Bad Request'})
  })

  test.each([
    'null',
    '[]',
    '{}',
    '{"mutations": 1}',
    '{"mutations": [null]}',
    '{"mutations": [{"patch": 1}]}',
  ])('mutations %s', async (body) => {
    expect((await write(body)).status).toBe(400)
  })

  test.each([
    ['POST', '/data/query/production', (deep: string) => `{"query": "$a", "params": {"a": ${deep}}}`],
    ['POST', '/data/actions/production', (deep: string) => `{"actions": ${deep}}`],
    ['PUT', '/users/me/keyvalue', (deep: string) => `[{"key": "deep", "value": ${deep}}]`],
  ])('JSON that is nested too deeply to be written again: %s %s', async (method, path, body) => {
    const headers = {authorization: `Bearer ${lake.secrets.writeToken}`}
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const response = await call(`/v2025-02-19${path}`, {method, body: body(deep), headers})
    expect(response.status).toBe(400)
  })

  test('more preferences than can be kept, which leaves the others as they were', async () => {
    const headers = {authorization: `Bearer ${lake.secrets.writeToken}`}
    const put = (pairs: unknown) =>
      call('/v1/users/me/keyvalue', {method: 'PUT', body: JSON.stringify(pairs), headers})
    expect((await put([{key: 'sort', value: 'name'}])).status).toBe(200)
    expect((await put([{key: 'sort', value: 'x'.repeat(2_000_000)}])).status).toBe(400)
    const kept = await call('/v1/users/me/keyvalue/sort', {headers})
    expect(await kept.json()).toMatchObject([{key: 'sort', value: 'name'}])
  })

  test('taking away the dataset that the site reads', async () => {
    const headers = {authorization: `Bearer ${lake.secrets.writeToken}`}
    expect((await call('/v1/datasets/production', {method: 'DELETE', headers})).status).toBe(403)
    expect(await lake.client().getDocument('open')).toMatchObject({_id: 'open'})
  })

  test('a malformed action, named by its index', async () => {
    const headers = {authorization: `Bearer ${lake.secrets.writeToken}`}
    const discard = {actionType: 'sanity.action.document.discard', draftId: 'drafts.open'}
    for (const malformed of [null, 1, {}]) {
      const body = JSON.stringify({actions: [discard, malformed]})
      const response = await call('/v2025-02-19/data/actions/production', {method: 'POST', body, headers})
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({error: {type: 'actionError', items: [{index: 1}]}})
    }
    expect(await lake.client().getDocument('drafts.open')).toBeDefined()
  })

  test('more than Sanity takes', async () => {
    const response = await write(`{"mutations": [], "filler": "${'x'.repeat(4 * 1024 * 1024)}"}`)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({statusCode: 413, error: 'Request Entity Too Large'})
  })

  test('more than Sanity takes, without saying so beforehand', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 6; part += 1) controller.enqueue(new Uint8Array(1024 * 1024).fill(32))
        controller.close()
      },
    })
    const init: RequestInit & {duplex: 'half'} = {
      method: 'POST',
      body,
      headers: {authorization: `Bearer ${lake.secrets.writeToken}`},
      duplex: 'half',
    }
    // The lake stops reading and closes; whether its answer still arrives is up to the sender.
    const status = await call('/v2025-02-19/data/mutate/production', init).then(
      (response) => response.status,
      () => 413,
    )
    expect(status).toBe(413)
    expect((await call('/health')).status).toBe(200)
  })

  test('a compressed body', async () => {
    expect((await write(gzipSync('{}'), {'content-encoding': 'gzip'})).status).toBe(415)
  })

  test('an unknown dataset, in the shape that the Studio recognises', async () => {
    const response = await call('/v2025-02-19/data/query/nowhere?query=*')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({statusCode: 404, error: 'Dataset not found'})
  })

  test.each([
    '/v2025-02-19/data/query/..%2f..%2fsecrets?query=*',
    '/v2025-02-19/data/query/production%00?query=*',
    '/images/local/production/..%2f..%2f..%2fsecrets.json',
    '/files/local/production/%2e%2e/%2e%2e/secrets.json',
    '/files/local/..%2f..%2f/secrets.json',
    '//example.org/health',
    '/v1/nothing/here',
    '/v2025-02-19/constructor',
  ])('%s is not found', async (path) => {
    expect((await call(path)).status).toBe(404)
  })

  test.each([
    '/v2025-02-19/data/query/%E0%A4%A?query=*',
    '/v2025-02-19/data/query/production?query=*&$x=nonsense',
  ])('%s is malformed', async (path) => {
    expect((await call(path)).status).toBe(400)
  })

  test('a name that cannot be a dataset', async () => {
    const {status} = await call('/v1/datasets/..%2fsecrets', {
      method: 'PUT',
      headers: {authorization: `Bearer ${lake.secrets.writeToken}`},
    })
    expect(status).toBe(400)
  })

  test('another method', async () => {
    expect((await call('/v1/users/me', {method: 'DELETE'})).status).toBe(405)
  })

  test('an unknown address is remembered, for whoever looks what the Studio asks in vain', async () => {
    await call('/v1/never-heard-of?token=hidden')
    expect(lake.unknownRequests).toContain('GET /never-heard-of')
  })
})

test('pages of the site may read answers, with the exact origin named', async () => {
  const response = await call('/v1/ping', {headers: {origin: siteOrigin}})
  expect(response.headers.get('access-control-allow-origin')).toBe(siteOrigin)
  const preflight = await call('/v1/data/query/production', {
    method: 'OPTIONS',
    headers: {
      origin: siteOrigin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization,x-sanity-app',
    },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,x-sanity-app')
})
