import {randomUUID} from 'node:crypto'
import {type BrowserContext, chromium, type Page} from '@playwright/test'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {chromiumPath} from '../../../__tests__/browser/support/chromium.ts'
import {median} from '../median.ts'
import {longPage} from './long-page.ts'
import {type TypingDelays, typingDelays} from './typing.ts'

const starts = 5
const sections = 40
const keys = 60
const everyMs = 60
const rounds = 3
const patienceMs = 60_000

/** From opening the Studio to a list of content of which something can be chosen, its scripts known to the browser. */
async function startTimes(context: BrowserContext): Promise<number[]> {
  const times: number[] = []
  // The first two visits fetch the scripts, and let the browser keep them compiled.
  for (let visit = -2; visit < starts; visit++) {
    const page = await context.newPage()
    const began = performance.now()
    await page.goto('/studio/structure/page', {waitUntil: 'commit'})
    await page.getByRole('link', {name: /About us/}).click({trial: true, timeout: patienceMs})
    if (visit >= 0) times.push(performance.now() - began)
    await page.close()
  }
  return times.sort((one, other) => one - other)
}

/** Types into the title of a long page, and then into the text of its first section. */
async function typeOnLongPage(
  page: Page,
  id: string,
): Promise<{plain: TypingDelays[]; rich: TypingDelays[]}> {
  await page.goto(`/studio/intent/edit/id=${id};type=page/`)
  const title = page.getByTestId('field-title').locator('input')
  await title.waitFor({timeout: patienceMs})
  // Whatever the form looks up has come when nothing has been asked for a while.
  await page.waitForTimeout(3_000)
  const plain: TypingDelays[] = []
  for (let round = 0; round < rounds; round++) plain.push(await typingDelays(page, title, keys, everyMs))

  await page.getByTestId('field-sections').getByText('What we do').first().click()
  const dialogue = page.getByTestId('nested-object-dialog')
  const text = dialogue.locator('[contenteditable=true]').first()
  await text.waitFor()
  await page.waitForTimeout(1_000)
  const rich: TypingDelays[] = []
  for (let round = 0; round < rounds; round++) rich.push(await typingDelays(page, text, keys, everyMs))
  return {plain, rich}
}

/** How soon the Studio is ready, and how soon what is typed on a long page is seen: sentences. */
export async function measureStudio(site: {url: string; dataFolder: string}): Promise<string> {
  const lake = createLakeClient(`${site.url}/lake`, {token: readSecrets(site.dataFolder).writeToken})
  const id = `bench-${randomUUID()}`
  await lake.create(longPage(id, sections))
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : {executablePath}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const context = await browser.newContext({
      baseURL: site.url,
      locale: 'en-GB',
      viewport: {width: 1280, height: 900},
    })
    const times = await startTimes(context)
    const {plain, rich} = await typeOnLongPage(await context.newPage(), id)
    const [middle, worst] = [median(times), Math.max(...times)]
    return [
      `From opening the Studio to its list of pages, warm cache, ${starts} starts: median ${seconds(middle)}, worst ${seconds(worst)}.`,
      `From a key to its character on the screen, page of ${sections} sections, ${keys} keys ${everyMs} ms apart, medians of ${rounds}:`,
      '',
      '| field | longest | 95 in 100 events within |',
      '|---|---:|---:|',
      row('title of the page', plain),
      row('text of a section', rich),
    ].join('\n')
  } finally {
    await browser.close()
    await lake.delete({query: '*[_id in $ids]', params: {ids: [id, `drafts.${id}`]}})
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

function row(name: string, delays: readonly TypingDelays[]): string {
  const medianOf = (pick: (delay: TypingDelays) => number) => Math.round(median(delays.map(pick)))
  return `| ${name} | ${medianOf(({longest}) => longest)} ms | ${medianOf(({eventTiming95}) => eventTiming95)} ms |`
}
