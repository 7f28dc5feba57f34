import {fromUrl} from '@sanity/bifur-client'
import {firstValueFrom, of} from 'rxjs'
import {WebSocket as PausableSocket} from 'ws'
import {collect, startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startTestLake()
})
afterAll(() => lake.close())

/** Joins as a tab of the Studio does. */
function join(token: string) {
  const client = fromUrl(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production?tag=test`, {
    token$: of(token),
  })
  const call = (method: Parameters<typeof client.request>[0], params: object) =>
    firstValueFrom(client.request(method, params))
  return {heard: collect(client.listen<{type: string; i: string; m?: {sessionId: string}}>('presence')), call}
}

test('a tab hears where the others are, and that they leave', async () => {
  const first = join(lake.secrets.readToken)
  const second = join(lake.secrets.writeToken)
  // Each answer comes after the subscription that was asked for before it on the same socket.
  await first.call('presence_rollcall', {session: 'first'})
  await second.call('presence_rollcall', {session: 'second'})
  await first.heard.until(() => first.heard.received.some(({i}) => i === 'local-writer'))

  const locations = [{type: 'document', documentId: 'oak', path: ['name'], lastActiveAt: '2026-01-01'}]
  await second.call('presence_announce', {data: {sessionId: 'second', locations}})
  await first.heard.until(() => first.heard.received.some(({type}) => type === 'state'))
  expect(first.heard.received.find(({type}) => type === 'state')).toEqual({
    type: 'state',
    i: 'local-writer',
    m: {sessionId: 'second', locations},
  })

  await second.call('presence_disconnect', {session: 'second'})
  await first.heard.until(() => first.heard.received.some(({type}) => type === 'disconnect'))
  expect(first.heard.received.at(-1)).toEqual({type: 'disconnect', i: 'local-writer', m: {session: 'second'}})
  first.heard.stop()
  second.heard.stop()
})

test('a tab whose connection breaks has left', async () => {
  const watcher = join(lake.secrets.readToken)
  await watcher.call('presence_rollcall', {session: 'watcher'})
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production`)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const send = (method: string, params: object) =>
    socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
  send('authorization', {authorization: `Bearer ${lake.secrets.writeToken}`})
  send('presence_announce', {data: {sessionId: 'gone', locations: []}})
  await watcher.heard.until(() => watcher.heard.received.some(({type}) => type === 'state'))
  socket.close()
  await watcher.heard.until(() => watcher.heard.received.some(({type}) => type === 'disconnect'))
  expect(watcher.heard.received.at(-1)).toMatchObject({i: 'local-writer', m: {session: 'gone'}})
  watcher.heard.stop()
})

test.each([
  [{jsonrpc: '2.0', id: 1, method: 'presence_subscribe'}, 4001],
  [{jsonrpc: '2.0', id: 2, method: 'authorization', params: {authorization: 'Bearer made-up'}}, 4001],
  ['nonsense', -32700],
])('%j is refused', async (message, code) => {
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production`)
  const answer = new Promise<string>((resolve) => {
    socket.addEventListener('message', ({data}) => resolve(String(data)))
  })
  socket.addEventListener('open', () => socket.send(JSON.stringify(message)))
  expect(JSON.parse(await answer)).toMatchObject({error: {code}})
  socket.close()
})

describe('a tab that asks for too much', () => {
  const open = async () => {
    const socket = new PausableSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production`)
    await new Promise((resolve) => socket.once('open', resolve))
    const send = (method: string, params: object = {}) =>
      socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
    const answer = (method: string) =>
      new Promise<{error?: {code: number}}>((resolve) => {
        const look = (data: unknown) => {
          const message = String(data).startsWith('{') ? JSON.parse(String(data)) : {}
          if (message.id !== method) return
          socket.off('message', look)
          resolve(message)
        }
        socket.on('message', look)
      })
    const call = (method: string, params?: object) => {
      const answered = answer(method)
      send(method, params)
      return answered
    }
    await call('authorization', {authorization: `Bearer ${lake.secrets.readToken}`})
    return {socket, call}
  }

  test.each([
    ['presence_subscribe', () => ({})],
    ['presence_announce', (index: number) => ({data: {sessionId: `session-${index}`}})],
  ])('is refused more of %s', async (method, params) => {
    const {socket, call} = await open()
    for (let index = 0; index < 50; index += 1) {
      expect(await call(method, params(index))).not.toHaveProperty('error')
    }
    expect(await call(method, params(50))).toMatchObject({error: {code: 4029}})
    socket.terminate()
  })

  test('and does not read what it is told is cut off, and the others are not', async () => {
    const [slow, loud] = await Promise.all([open(), open()])
    await slow.call('presence_subscribe')
    slow.socket.pause()
    const cut = new Promise((resolve) => slow.socket.once('close', resolve))
    const data = {sessionId: 'loud', filler: 'x'.repeat(900_000)}
    for (let count = 0; count < 60; count += 1) await loud.call('presence_announce', {data})
    slow.socket.resume()
    await cut
    expect(await loud.call('presence_rollcall')).not.toHaveProperty('error')
    loud.socket.terminate()
  })
})
