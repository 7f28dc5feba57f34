import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {siteUnderTest} from './support/sites-under-test.ts'
import {expect, test} from './support/test.ts'

test('a build keeps no answer of the lake, from which the next would make its pages', () => {
  const folder = path.join(siteUnderTest().folder, '.next/cache/fetch-cache')
  const kept = existsSync(folder) ? readdirSync(folder) : []
  const answers = kept.filter((name) =>
    readFileSync(path.join(folder, name), 'utf8').includes('/data/query/'),
  )
  expect(answers).toEqual([])
})
