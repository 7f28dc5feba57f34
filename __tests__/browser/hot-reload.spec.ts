import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Locator, Page} from '@playwright/test'
import {freePorts} from '../../scripts/testing/free-ports.ts'
import {launch} from '../support/launch.ts'
import {copyTree, type Tree} from '../support/tree.ts'
import {lakeClient} from './support/lake.ts'
import {fieldInput} from './support/studio.ts'
import {expect, test} from './support/test.ts'

type Development = {tree: Tree; url: string; dataFolder: string}

/** `npm run dev` in a copy of the project, whose files the test may change. */
async function develop(use: (site: Development) => Promise<void>): Promise<void> {
  const tree = copyTree()
  const port = await freePorts(3)
  const dataFolder = path.join(tree.folder, '.data')
  const started = launch({
    args: ['scripts/launch/start.ts', '--dev', '--port', String(port)],
    folder: tree.folder,
    variables: {DATA_FOLDER: dataFolder, SITE_URL: ''},
  })
  try {
    await started.until('Press Ctrl-C')
    await use({tree, url: `http://localhost:${port}`, dataFolder})
  } finally {
    await started.clear()
    tree.remove()
  }
}

/** Changes a file as a developer's editor would. */
function edit(tree: Tree, file: string, from: string, to: string): void {
  const name = path.join(tree.folder, file)
  const before = readFileSync(name, 'utf8')
  expect(before).toContain(from)
  writeFileSync(name, before.replace(from, to))
}

/**
 * Waits until a page shows a change. On a busy machine the server that watches the files may not have begun to when the
 * first change was made, so the file is written again, as somebody does who presses Save once more.
 */
async function untilFollowed(tree: Tree, file: string, shown: Locator): Promise<void> {
  const name = path.join(tree.folder, file)
  await expect(async () => {
    writeFileSync(name, readFileSync(name))
    await expect(shown).toBeVisible({timeout: 30_000})
  }).toPass({timeout: 100_000})
}

/** What the page asks of other origins: tried at all, and answered. */
function watchOtherOrigins(page: Page, url: string) {
  const answered: string[] = []
  const sockets: string[] = []
  page.on('response', (response) => {
    if (!response.url().startsWith(`${url}/`) && !/^(data|blob):/.test(response.url()))
      answered.push(response.url())
  })
  page.on('websocket', (socket) => sockets.push(socket.url()))
  return {answered, sockets}
}

test('npm run dev: the Studio edits, and both Studio and site follow a change of code', async ({page}) => {
  test.setTimeout(360_000)
  await develop(async ({tree, url, dataFolder}) => {
    const {answered, sockets} = watchOtherOrigins(page, url)
    await page.goto(`${url}/studio/intent/edit/id=page-working-with-us;type=page/`, {timeout: 120_000})
    const title = fieldInput(page, 'title')
    // A form lets nobody write before its listeners have answered.
    await expect(title).toBeEditable({timeout: 120_000})
    await title.fill('Written with hot reload')
    const lake = lakeClient(url, dataFolder)
    await expect
      .poll(() => lake.fetch('*[_id == "drafts.page-working-with-us"][0].title'), {timeout: 20_000})
      .toBe('Written with hot reload')

    const host = url.replace('http', 'ws')
    expect(sockets.filter((address) => !address.startsWith(`${host}/`))).toEqual([])
    expect(sockets.some((address) => address.startsWith(`${host}/lake/streams`))).toBe(true)
    expect(answered).toEqual([])

    edit(tree, 'sanity/studio/structure.ts', "'Benefit claims'", "'Claims of benefits'")
    await untilFollowed(tree, 'sanity/studio/structure.ts', page.getByTestId('pane-item-Claims of benefits'))

    await page.goto(`${url}/working-with-us`, {timeout: 120_000})
    await expect(page.locator('h1')).toBeVisible()
    // Lost if the whole page were loaded again, which would pass for hot reload.
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''))
    edit(tree, 'components/page/page-frame.tsx', '<h1', '<h1 data-edited="yes"')
    await untilFollowed(tree, 'components/page/page-frame.tsx', page.locator('h1[data-edited]'))
    await expect(page.locator('html[data-kept]')).toHaveCount(1)
  })
})
