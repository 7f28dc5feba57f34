import {randomUUID} from 'node:crypto'
import {setTimeout as wait} from 'node:timers/promises'
import {createClient} from 'redis'
import {siteMetrics} from '#lib/metrics/site-metrics.ts'
import {newMark} from '#lib/tag-marks.ts'
import {type RedisOfTest, startRedis} from '../../../scripts/testing/redis.ts'
import {joinExchange, sharing} from './exchange.ts'
import {joinRedis} from './redis-exchange.ts'

const day = 24 * 60 * 60_000
const follow = async () => {}
let redis: RedisOfTest

beforeAll(async () => {
  redis = await startRedis()
})

afterAll(() => redis.end())

afterEach(() => jest.restoreAllMocks())

/** What another process has put into the shared table: a mark of so many days ago under the name of each. */
async function shareMarks(ages: {[tag: string]: number}) {
  const name = `test:${randomUUID()}`
  const client = createClient({url: redis.url})
  await client.connect()
  const now = Date.now()
  await client.hSet(
    `${name}:tags`,
    Object.fromEntries(Object.entries(ages).map(([tag, days]) => [tag, newMark(now - days * day, 'other')])),
  )
  return {
    name,
    shared: async () => {
      const tags = Object.keys(await client.hGetAll(`${name}:tags`)).sort()
      client.destroy()
      return tags
    },
  }
}

it('takes out of the shared table what is over', async () => {
  const {name, shared} = await shareMarks({'document:old': 40, 'document:recent': 10})
  expect((await joinRedis({url: redis.url, name, follow})).isConnected()).toBe(true)
  expect(await shared()).toEqual(['document:recent'])
})

it('takes nothing out of it that others need when its clock has jumped a year ahead', async () => {
  const {name, shared} = await shareMarks({'document:recent': 10})
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 365 * day)
  expect((await joinRedis({url: redis.url, name, follow})).isConnected()).toBe(true)
  expect(await shared()).toEqual(['document:recent'])
})

it('takes nothing out of it either when its clock was a year ahead from the start', async () => {
  const {name, shared} = await shareMarks({'document:recent': 10})
  const later = Date.now() + 365 * day
  jest.spyOn(Date, 'now').mockReturnValue(later)
  jest.spyOn(performance, 'now').mockReturnValue(later - performance.timeOrigin)
  expect((await joinRedis({url: redis.url, name, follow})).isConnected()).toBe(true)
  expect(await shared()).toEqual(['document:recent'])
})

it('goes on alone, and says so, with an address that no client can be made for', async () => {
  const said = jest.spyOn(console, 'error').mockReturnValue()
  const exchange = await joinRedis({url: 'redis://:pa%ss@127.0.0.1:1', name: 'test', follow})
  expect(exchange.isConnected()).toBe(false)
  expect(said.mock.calls).toEqual([[expect.stringContaining('Redis does not answer')]])
  expect(said.mock.calls.join()).not.toContain('pa%ss')
})

it('shows monitors whether Redis is there, and nothing of it for a process without one', async () => {
  const metric = () => /^site_sharing_connected .*/m.exec(siteMetrics().registry.text())?.[0]
  expect([sharing(), metric()]).toEqual(['alone', undefined])
  joinExchange(await joinRedis({url: redis.url, name: `test:${randomUUID()}`, follow}))
  expect([sharing(), metric()]).toEqual(['connected', 'site_sharing_connected 1'])
  jest.spyOn(console, 'error').mockReturnValue()
  await redis.end()
  while (sharing() === 'connected') await wait(20)
  expect(metric()).toBe('site_sharing_connected 0')
})
