import {randomUUID} from 'node:crypto'
import {readdirSync} from 'node:fs'
import path from 'node:path'
import {siteUnderTest} from './support/sites-under-test.ts'
import {expect, test} from './support/test.ts'

/** Pages that the build made, and pages that the running site has made. */
const folders = ['.next/server/app', '.next/server/route-cache']

function filesOnDisk(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(siteUnderTest().folder, folder), {recursive: true, encoding: 'utf8'}),
  )
}

test('whoever tries addresses that do not exist leaves nothing on the disk', async ({request}) => {
  const run = randomUUID()
  await request.get(`/${run}`)
  const addresses = Array.from({length: 100}, (_, index) => [
    `/${run}/guess-${index}`,
    `/schools/${run}-${index}`,
  ])
  for (const pair of addresses) {
    const answers = await Promise.all(pair.map((address) => request.get(address)))
    expect(answers.map((answer) => answer.status())).toEqual([404, 404])
  }
  expect(filesOnDisk().filter((file) => file.includes(run))).toEqual([])
  // Kept in memory all the same: the same wrong link costs one making.
  expect((await request.get(`/${run}`)).headers()['x-nextjs-cache']).toBe('HIT')
})

test('nor does who pretends to preview drafts', async ({request}) => {
  const run = randomUUID()
  for (const address of [`/${run}`, `/share/${run}.png`, `/share/schools/${run}.png`]) {
    const answer = await request.get(address, {headers: {cookie: '__prerender_bypass=pretended'}})
    expect(answer.status(), address).toBe(404)
  }
  expect(filesOnDisk().filter((file) => file.includes(run))).toEqual([])
})
