import {randomUUID} from 'node:crypto'
import {stripVTControlCharacters} from 'node:util'
import {type BrowserContext, chromium, expect, type Page} from '@playwright/test'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {type Random, randomFrom} from '#sanity/lake/store/testing/random.ts'
import {chromiumPath} from '../../__tests__/browser/support/chromium.ts'
import {startTestSite} from '../testing/test-site.ts'
import type {Desk, PieceOfWork} from './studio/desk.ts'
import {duplicateAndDelete, publishAndUnpublish, restoreVersion} from './studio/lives.ts'
import {findPage, orderPages, writeTogether} from './studio/together.ts'
import {arrangeSections, cutPicture, fillSchool, writePage} from './studio/writing.ts'

const work: {[name: string]: PieceOfWork} = {
  'a page written and published': writePage,
  'a school in every kind of field': fillSchool,
  'sections arranged': arrangeSections,
  'a picture uploaded and cut': cutPicture,
  'published, discarded, unpublished': publishAndUnpublish,
  'duplicated and deleted': duplicateAndDelete,
  'a version restored': restoreVersion,
  'two editors at once': writeTogether,
  'found by search': findPage,
  'lists in order': orderPages,
}

type Site = {url: string; dataFolder: string}

/**
 * Works in the real Studio as staff do, for that long: pieces of work in an order that the seed decides, each with all
 * of the others' documents around it. Afterwards every document is looked at in the lake again.
 * @returns whether every piece of work came out as it had to, without an error in the browser's console
 */
export async function runStudioSuite({minutes, seed}: {minutes: number; seed: number}): Promise<boolean> {
  console.log(`${minutes} minutes of work in the Studio, seed ${seed}`)
  const site = await startTestSite()
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : {executablePath}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const options = {baseURL: site.url, locale: 'en-GB', viewport: {width: 1280, height: 900}}
    const contexts = [await browser.newContext(options), await browser.newContext(options)] as const
    return await workFor(minutes, randomFrom(seed), site, contexts)
  } finally {
    await browser.close()
    await site.stop()
  }
}

async function workFor(
  minutes: number,
  random: Random,
  site: Site,
  [own, others]: readonly [BrowserContext, BrowserContext],
): Promise<boolean> {
  const faults: string[] = []
  const counts = new Map<string, number>()
  let keys = 0
  const desk: Desk = {
    page: await watchedPage(own, faults),
    colleague: await watchedPage(others, faults),
    lake: createLakeClient(`${site.url}/lake`, {
      token: readSecrets(site.dataFolder).writeToken,
      perspective: 'raw',
    }),
    random,
    expected: new Map(),
    newId: () => `work-${randomUUID()}`,
    onKeys: (count) => {
      keys += count
    },
  }
  const end = Date.now() + minutes * 60_000
  while (Date.now() < end) {
    for (const name of shuffled(Object.keys(work), random)) {
      if (Date.now() > end) break
      const before = faults.length
      await work[name]?.(desk).catch((error: unknown) => faults.push(`${name}: ${wordsOf(error)}`))
      counts.set(name, (counts.get(name) ?? 0) + 1)
      for (const fault of faults.slice(before)) console.log(`  FAULT ${fault}`)
    }
  }
  const different = await differences(desk)
  for (const [name, count] of counts) console.log(`${String(count).padStart(5)}  ${name}`)
  for (const difference of different) console.log(`  FAULT ${difference}`)
  const errors = faults.length + different.length
  console.log(
    `${keys} keys pressed, ${desk.expected.size} documents as expected at the end, ${errors} faults`,
  )
  return errors === 0
}

/**
 * What is no fault: the page's own policy keeps the Studio from the internet, which the browser reports; and when a page
 * is left, the Studio says goodbye on a socket that its own client has just closed.
 */
const noise =
  /Content Security Policy|Refused to connect|Failed to fetch version for package|WebSocket is already in CLOSING/

async function watchedPage(context: BrowserContext, faults: string[]): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' && !noise.test(message.text())) {
      faults.push(`the browser's console: ${message.text()} (${message.location().url})`)
    }
  })
  page.on('pageerror', (error) => faults.push(`the browser: ${error}`))
  return page
}

/** Documents that are not as the work left them. */
async function differences({lake, expected}: Desk): Promise<string[]> {
  const found: string[] = []
  for (const [id, content] of expected) {
    const document = (await lake.getDocument(id)) ?? null
    try {
      if (content === null) expect(document).toBeNull()
      else expect(document).toMatchObject(content)
    } catch (error) {
      found.push(`${id} at the end: ${wordsOf(error)}`)
    }
  }
  return found
}

function shuffled(names: string[], random: Random): string[] {
  const left = [...names]
  return names.map(() => left.splice(random(left.length), 1)[0] ?? '')
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return stripVTControlCharacters(words).slice(0, 1500)
}
