import type {ConnectionFailedError} from '@sanity/client-for-studio'
import {createClient} from '../../sanity/studio/lake-client.ts'
import {type SiteProxy, startSiteProxy} from './site-proxy.ts'
import {collect, startTestLake, type TestLake} from './support.ts'

const events = ['welcome' as const, 'mutation' as const]
const resumable = {
  events: [
    'welcome' as const,
    'mutation' as const,
    'welcomeback' as const,
    'reset' as const,
    'reconnect' as const,
  ],
  enableResume: true as const,
}
const settings = {
  projectId: 'anything',
  dataset: 'production',
  apiVersion: '2025-02-19',
  useCdn: false,
  ignoreBrowserTokenWarning: true,
}

/** What the client reads of the page that it runs in. */
function pretendPage(origin: string, lakePath: string | null) {
  const page = {location: new URL(origin), __studio: {projectId: 'local', dataset: 'production', lakePath}}
  Object.defineProperty(globalThis, 'window', {value: page, configurable: true})
}
const leavePage = () => Reflect.deleteProperty(globalThis, 'window')

describe('on a page that names the lake', () => {
  let lake: TestLake
  let site: SiteProxy
  // One lake and one page for all: the client keeps its socket as long as the page stands.
  beforeAll(async () => {
    lake = await startTestLake()
    site = await startSiteProxy(lake.url)
    pretendPage(site.origin, '/lake')
  })
  afterAll(async () => {
    leavePage()
    await site.close()
    await lake.close()
  })
  const studioClient = () =>
    createClient({...settings, token: lake.secrets.writeToken, apiHost: 'https://example.org'})
  const requestsFor = (part: string) => site.passed.filter((line) => line.includes(part))

  test('every request goes to the lake, whatever address the client was made with', async () => {
    const client = studioClient()
    await client.create({_id: 'oak', _type: 'school'})
    expect(await client.withConfig({apiVersion: '2024-01-01'}).fetch('*[_id == "oak"]._id')).toEqual(['oak'])
    expect(client.config().url).toBe(`${site.origin}/lake/v2025-02-19`)
  })

  test('more listeners than a browser has connections share one WebSocket', async () => {
    const client = studioClient()
    const clients = [client, client.withConfig({apiVersion: '2026-01-01'}), client.clone()]
    const heard = Array.from({length: 9}, (_, index) => {
      const from = clients[index % clients.length] ?? client
      const listens = index % 2 === 0 ? from : from.observable
      return collect(listens.listen('*[_id == $id]', {id: `shared-${index}`}, {events}))
    })
    const live = collect(client.live.events())
    await Promise.all([...heard, live].map((one) => one.first(1)))

    const transaction = client.transaction()
    for (const index of heard.keys()) transaction.create({_id: `shared-${index}`, _type: 'school'})
    await transaction.commit()

    for (const [index, one] of heard.entries()) {
      expect((await one.first(2))[1]).toMatchObject({documentId: `shared-${index}`, transition: 'appear'})
      one.stop()
    }
    expect((await live.first(2))[1]).toMatchObject({type: 'message'})
    live.stop()
    expect(requestsFor('/data/listen/')).toEqual([])
    expect(requestsFor('/data/live/')).toEqual([])
    expect(requestsFor('WebSocket')).toHaveLength(1)
  })

  test('a listener that is stopped hears nothing more, and the others go on', async () => {
    const client = studioClient()
    const stopped = collect(client.listen('*[_type == "quiet"]', {}, {events}))
    const running = collect(client.listen('*[_type == "quiet"]', {}, {events}))
    await Promise.all([stopped.first(1), running.first(1)])
    stopped.stop()
    await client.create({_type: 'quiet'})
    await running.first(2)
    running.stop()
    expect(stopped.received).toHaveLength(1)
  })

  test('after a drop each listener hears once what it missed', async () => {
    const client = studioClient()
    const oak = collect(client.listen('*[_id == "drop-oak"]', {}, resumable))
    const elm = collect(client.listen('*[_id == "drop-elm"]', {}, resumable))
    await Promise.all([oak.first(1), elm.first(1)])
    await client.create({_id: 'drop-oak', _type: 'school'})
    await oak.first(2)

    site.cut()
    await lake.client().create({_id: 'drop-elm', _type: 'school'})
    await elm.until(() => elm.received.some(({type}) => type === 'mutation'))
    await oak.until(() => oak.received.some(({type}) => type === 'welcomeback'))
    oak.stop()
    elm.stop()
    expect(oak.received.filter(({type}) => type === 'mutation')).toHaveLength(1)
    expect(elm.received.filter(({type}) => type === 'mutation')).toHaveLength(1)
    expect(elm.received.some(({type}) => type === 'welcomeback')).toBe(true)
  }, 15_000)

  test('a refused token ends the listener with the status that the Studio looks for', async () => {
    const client = createClient({...settings, token: 'made-up'})
    const error = await collect(client.listen('*', {}, {events}))
      .first(1)
      .catch((reason: ConnectionFailedError) => reason)
    expect(error).toMatchObject({name: 'ConnectionFailedError', status: 401})
  })

  test('a malformed query ends the listener with what is wrong', async () => {
    const error = await collect(studioClient().listen('*[', {}, {events}))
      .first(1)
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({name: 'ChannelError'})
  })
})

describe('on a page that does not name the lake', () => {
  beforeEach(() => pretendPage('https://school.example', null))
  afterEach(leavePage)

  test('it is the client of Sanity as it comes', () => {
    const config = createClient({...settings, projectId: 'abc123'}).config()
    expect(config.url).toBe('https://abc123.api.sanity.io/v2025-02-19')
    expect(config.useProjectHostname).toBe(true)
  })
})
