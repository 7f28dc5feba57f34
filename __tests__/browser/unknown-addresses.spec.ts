import {randomUUID} from 'node:crypto'
import {readdirSync} from 'node:fs'
import {expect, test} from './support/test.ts'

/** Pages that the build made, and pages that the running site has made. */
const folders = ['.next/server/app', '.next/server/route-cache']

function filesOnDisk(): string[] {
  return folders.flatMap((folder) => readdirSync(folder, {recursive: true, encoding: 'utf8'}))
}

test('whoever tries addresses that do not exist leaves nothing on the disk', async ({request}) => {
  const run = randomUUID()
  await request.get(`/${run}`)
  for (let attempt = 0; attempt < 200; attempt++) {
    const address = attempt % 2 === 0 ? `/${run}/guess-${attempt}` : `/schools/${run}-${attempt}`
    expect((await request.get(address)).status(), address).toBe(404)
  }
  expect(filesOnDisk().filter((file) => file.includes(run))).toEqual([])
  // Kept in memory all the same: the same wrong link costs one making.
  expect((await request.get(`/${run}`)).headers()['x-nextjs-cache']).toBe('HIT')
})
