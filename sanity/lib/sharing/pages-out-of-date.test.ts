import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pagesOutOfDate} from './pages-out-of-date.ts'
import {markOutOfDate} from './tag-table.ts'

const now = Date.now()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  mkdirSync(path.join(folder, '.next/server/app'), {recursive: true})
})

afterEach(() => rmSync(folder, {recursive: true}))

/** Puts a page where Next.js puts it. */
function keep(name: string, tag: string, madeAt: number): void {
  const file = path.join(folder, '.next/server', `${name}.meta`)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(
    file,
    JSON.stringify({headers: {'x-next-cache-tags': `${tag},all`}, routeCacheLastModified: madeAt}),
  )
}

test('names what the build made and what visitors first asked for, where it is out of date', async () => {
  keep('app/index', 'document:changed', now - 1_000)
  keep('app/about-us', 'document:same', now - 1_000)
  keep('route-cache/APP_PAGE/0123/$/new', 'document:changed', now - 1_000)
  keep('route-cache/APP_PAGE/0123/$/newer', 'document:changed', now + 1_000)
  keep('route-cache/APP_ROUTE/4567/$/share/école.png', 'document:changed', now - 1_000)
  markOutOfDate(['document:changed'], now)
  expect((await pagesOutOfDate(folder)).sort()).toEqual(['/', '/new', '/share/%C3%A9cole.png'])
})

test('names nothing of a site that no visitor has been to', async () => {
  expect(await pagesOutOfDate(folder)).toEqual([])
})
