import {setTimeout as wait} from 'node:timers/promises'
import {chromium, type FrameLocator, type Page} from '@playwright/test'
import {chromiumPath} from '../../__tests__/browser/support/chromium.ts'
import type {TestSite} from '../testing/test-site.ts'
import {median} from './median.ts'

const repetitions = 20
/** Between two keys: some ninety words a minute. */
const keyMs = 60
/** The Studio alone takes some seconds to start where it was never opened. */
const patienceMs = 60_000

/** Types new titles again and again. @returns milliseconds from the last key to the preview that shows it, in order */
async function timesToSeen(page: Page, preview: FrameLocator): Promise<number[]> {
  const title = page.getByTestId('field-title').locator('input').first()
  const times: number[] = []
  for (let round = 1; round <= repetitions; round++) {
    const words = `Typed for the ${round}. time of ${repetitions}`
    await title.selectText()
    await page.keyboard.type(words, {delay: keyMs})
    const typed = performance.now()
    await untilSeen(preview, words)
    times.push(performance.now() - typed)
    // People do not type in step with what saves it.
    await wait(Math.random() * 2_000)
  }
  return times.sort((one, other) => one - other)
}

/** Waits inside the page, so that no look from outside is late. */
function untilSeen(preview: FrameLocator, words: string): Promise<void> {
  return preview.getByRole('heading', {level: 1}).evaluate(
    (heading, [expected, patience]) =>
      new Promise<void>((resolve, reject) => {
        const isSeen = () => heading.ownerDocument.querySelector('h1')?.textContent.includes(expected)
        const observer = new MutationObserver(() => isSeen() && done())
        const done = () => {
          observer.disconnect()
          resolve()
        }
        observer.observe(heading.ownerDocument, {subtree: true, childList: true, characterData: true})
        if (isSeen()) done()
        setTimeout(() => reject(new Error(`The preview did not show “${expected}”.`)), patience)
      }),
    [words, patienceMs] as const,
  )
}

/** How soon the preview shows what a member of staff types into the form beside it: a sentence. */
export async function measurePreview(site: TestSite): Promise<string> {
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath === undefined ? {} : {executablePath}),
  })
  try {
    const page = await browser.newPage({viewport: {width: 1440, height: 900}})
    await page.goto(`${site.url}/studio/presentation?preview=/working-with-us`)
    const preview = page.frameLocator('iframe').first()
    await preview.getByRole('heading', {level: 1}).waitFor({timeout: patienceMs})
    await page.getByTestId('field-title').locator('input').first().click({timeout: patienceMs})
    const times = await timesToSeen(page, preview)
    const [middle, worst] = [median(times), Math.max(...times)]
    return `From the last key to the words in the preview beside the form, ${times.length} times: median ${Math.round(middle)} ms, worst ${Math.round(worst)} ms.`
  } finally {
    await browser.close()
  }
}
