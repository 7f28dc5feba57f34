/**
 * `npm run screenshots`: draws the pictures of the README into `docs/`, from the demo content as a visitor and as a
 * member of staff see it. Changes nothing in `.data/`.
 */
import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import {type Browser, chromium, type Page} from '@playwright/test'
import sharp from 'sharp'
import {chromiumPath} from '../__tests__/browser/support/chromium.ts'
import {findBrowser} from './testing/browser.ts'
import {startTestSite} from './testing/test-site.ts'

const folder = path.resolve(import.meta.dirname, '../docs')
const size = {width: 1280, height: 900}

/** Saves what is in sight, in 128 colours: half the bytes of a full PNG, and no difference to the eye. */
async function save(page: Page, name: string): Promise<void> {
  const file = path.join(folder, name)
  const {size: bytes} = await sharp(await page.screenshot())
    .png({palette: true, colours: 128, effort: 10})
    .toFile(file)
  process.stdout.write(`${path.relative(process.cwd(), file)}: ${Math.round(bytes / 1000)} kB\n`)
}

async function drawPage(browser: Browser, url: string): Promise<void> {
  // High enough to show how the page goes on below its first words.
  const page = await browser.newPage({viewport: {...size, height: 1500}, locale: 'en-GB'})
  await page.goto(`${url}/working-with-us`, {waitUntil: 'networkidle'})
  await save(page, 'working-with-us.png')
}

async function drawStudio(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({viewport: size, locale: 'en-GB'})
  await page.goto(`${url}/studio/presentation?preview=/working-with-us`)
  const site = page.frameLocator('iframe').first()
  await site.getByRole('heading', {level: 1}).waitFor({timeout: 60_000})
  await page.getByTestId('field-sections').waitFor({timeout: 60_000})
  // What the Studio fades in has come when nothing has been asked for a while.
  await page.waitForTimeout(5_000)
  await save(page, 'studio.png')
}

await mkdir(folder, {recursive: true})
process.stdout.write(`Browser: ${await findBrowser()}\n`)
const site = await startTestSite()
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  await drawPage(browser, site.url)
  await drawStudio(browser, site.url)
} finally {
  await browser.close()
  await site.stop()
}
