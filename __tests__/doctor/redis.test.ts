import {checkRedis} from '../../scripts/doctor/redis.ts'
import {type RedisOfTest, startRedis} from '../../scripts/testing/redis.ts'

const password = 'pa55word'
let redis: RedisOfTest

beforeAll(async () => {
  redis = await startRedis(password)
})

afterAll(() => redis.end())

/** Its address as somebody might write it. */
const address = (who: string, path = '') => `redis://${who}@127.0.0.1:${redis.port}${path}`

it('lets a Redis be that answers', async () => {
  expect(await checkRedis(address(`:${password}`, '/1'))).toEqual({
    state: 'good',
    says: 'Redis answers at REDIS_URL.',
    remedy: null,
  })
})

it.each([
  ['no password', () => redis.url, 'NOAUTH', 'password in REDIS_URL'],
  ['a wrong one', () => address(':wr0ng'), 'WRONGPASS', 'password in REDIS_URL'],
  ['a user whom it does not know', () => address(`nobody:${password}`), 'WRONGPASS', 'user and the password'],
  ['a database that it does not have', () => address(`:${password}`, '/99'), 'DB index', 'number at the end'],
  ['nobody there', () => 'redis://127.0.0.1:9', 'ECONNREFUSED', 'name and port'],
])('says what to mend: %s', async (_what, url, reason, remedy) => {
  const found = await checkRedis(url())
  expect(found).toEqual({
    state: 'fault',
    says: expect.stringContaining(reason),
    remedy: expect.stringContaining(remedy),
  })
  expect(JSON.stringify(found)).not.toMatch(/pa55word|wr0ng|nobody/)
})

it('waits for no Redis that is there and silent', async () => {
  const silent = await startRedis()
  silent.fallSilent()
  expect(await checkRedis(silent.url)).toEqual({
    state: 'fault',
    says: 'Redis does not answer as REDIS_URL says: no answer.',
    remedy: expect.stringContaining('rediss://'),
  })
  await silent.end()
})
