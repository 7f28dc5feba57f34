import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {putIntoOutbox} from '../../lib/mail/outbox.ts'
import {findSpilled} from './spilled.ts'

const token = 'A-b_'.repeat(11).slice(0, 43)
let folder = ''

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'spilled-test-'))
  mkdirSync(path.join(folder, '.next'))
  await putIntoOutbox(
    {
      from: {name: 'Trust', address: 'no-reply@trust.example'},
      to: {name: 'Ada Penrose', address: 'head@elm.example'},
      subject: 'Please read',
      text: `Read it here:\nhttp://localhost:3000/review/open/${token}\n`,
    },
    path.join(folder, 'data', 'outbox'),
  )
})
afterEach(() => rmSync(folder, {recursive: true}))

const find = (log = '') =>
  findSpilled([
    {url: '', dataFolder: path.join(folder, 'data'), folder, log: () => log, stop: async () => {}},
  ])

it('is content with a link that stands in its letter alone', async () => {
  expect(await find('[site] ready')).toEqual({passed: 1, failed: []})
})

it('finds a link or an address in the log', async () => {
  expect((await find(`GET /review/open/${token} 303`)).failed).toHaveLength(1)
  expect((await find('No letter went to head@elm.example.')).failed).toHaveLength(1)
})

it.each(['data/production.sqlite', '.next/cache-entry'])('finds a link in %s', async (file) => {
  writeFileSync(path.join(folder, file), `…${token}…`)
  expect((await find()).failed).toEqual([`The link to a review stands in ${path.join(folder, file)}`])
})

it('is not content where there was nothing to look for', async () => {
  rmSync(path.join(folder, 'data'), {recursive: true})
  expect((await find()).failed).toHaveLength(1)
})
