import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createDerivedCache} from './derived-cache.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-derived-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

test('what is asked for many times at once is made once, and a failure is not kept', async () => {
  const cache = createDerivedCache({folder, limit: 1000})
  let made = 0
  const make = async () => {
    made += 1
    if (made === 1) throw new Error('The first attempt fails')
    return Buffer.from('picture')
  }
  const failed = await Promise.allSettled([cache.get('key', make), cache.get('key', make)])
  expect(failed.map(({status}) => status)).toEqual(['rejected', 'rejected'])
  const pictures = await Promise.all([cache.get('key', make), cache.get('key', make), cache.get('key', make)])
  expect(pictures.map(String)).toEqual(['picture', 'picture', 'picture'])
  expect(made).toBe(2)
})

test('what was not used for longest goes first, also over a restart', async () => {
  const ten = async () => Buffer.alloc(10)
  const first = createDerivedCache({folder, limit: 30})
  for (const key of ['a', 'b', 'c']) await first.get(key, ten)
  await first.get('a', ten)
  await first.get('d', ten)
  expect(readdirSync(folder).sort()).toEqual(['a', 'c', 'd'])

  const second = createDerivedCache({folder, limit: 30})
  await second.get('e', ten)
  expect(readdirSync(folder)).toHaveLength(3)
  expect(readdirSync(folder)).toContain('e')
})

test('what is larger than the whole bound is answered and not kept', async () => {
  const cache = createDerivedCache({folder, limit: 5})
  expect(await cache.get('large', async () => Buffer.alloc(6))).toHaveLength(6)
  expect(readdirSync(folder)).toEqual([])
})
