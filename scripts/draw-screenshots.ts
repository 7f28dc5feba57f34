/**
 * `npm run screenshots`: draws the pictures of the README and of the handbook into `docs/`, from the demo content as a
 * visitor and as a member of staff see it, on a site of their own. Changes nothing in `.data/`.
 * `npm run screenshots -- proof history` draws those alone.
 */
import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import {type Browser, chromium} from '@playwright/test'
import {chromiumPath} from '../__tests__/browser/support/chromium.ts'
import {handbookPictures} from './screenshots/handbook-pictures.ts'
import {docs, type Picture, save} from './screenshots/picture.ts'
import {readmePictures} from './screenshots/readme-pictures.ts'
import {findBrowser} from './testing/browser.ts'
import {startTestSite} from './testing/test-site.ts'

const pictures = [...readmePictures, ...handbookPictures]
const nameOf = ({file}: Picture) => path.basename(file, '.webp')

/** The pictures that the command line names; all when it names none. @throws Error when it names one that is none */
function chosenPictures(): Picture[] {
  const asked = process.argv.slice(2)
  const names = pictures.map(nameOf)
  const unknown = asked.find((name) => !names.includes(name))
  if (unknown) throw new Error(`“${unknown}” is none of the pictures: ${names.join(', ')}.`)
  return asked.length === 0 ? pictures : pictures.filter((picture) => asked.includes(nameOf(picture)))
}

async function draw(browser: Browser, baseURL: string, {file, height = 900, show}: Picture): Promise<void> {
  const page = await browser.newPage({
    baseURL,
    viewport: {width: 1280, height},
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  await show(page)
  const bytes = await save(page, file)
  process.stdout.write(`docs/${file}: ${Math.round(bytes / 1000)} kB\n`)
  await page.close()
}

const chosen = chosenPictures()
for (const {file} of chosen) await mkdir(path.dirname(path.join(docs, file)), {recursive: true})
process.stdout.write(`Browser: ${await findBrowser()}\n`)
const site = await startTestSite()
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const picture of chosen) await draw(browser, site.url, picture)
} finally {
  await browser.close()
  await site.stop()
}
