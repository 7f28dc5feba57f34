import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Page} from '@playwright/test'
import sharp from 'sharp'

/** A picture of the documentation, and how a browser comes to what it shows. */
export type Picture = {
  /** Below `docs/`. */
  file: string
  /** In pixels; 900 unless told. All are 1280 wide. */
  height?: number
  /** Starts from an empty page with relative addresses, and ends when what is to be seen is there. */
  show: (page: Page) => Promise<void>
}

export const docs = path.resolve(import.meta.dirname, '../../docs')

/** So that a page with all of its pictures is read without waiting. */
const mostBytes = 100_000

/**
 * Saves what is in sight as soon as it no longer changes, as well drawn as `mostBytes` has room for.
 * @returns the bytes of the file
 * @throws Error when the page keeps moving, or when no quality makes it small enough
 */
export async function save(page: Page, file: string): Promise<number> {
  const taken = await whenStill(page)
  for (const quality of [90, 80, 70]) {
    const drawn = await sharp(taken).webp({quality, smartSubsample: true, effort: 6}).toBuffer()
    if (drawn.length > mostBytes) continue
    await writeFile(path.join(docs, file), drawn)
    return drawn.length
  }
  throw new Error(`${file} does not fit into ${mostBytes / 1000} kB: show less of the page.`)
}

const lookEveryMs = 700

/** The page once it has stood still for three looks: a form fades in, and a preview fetches its pages. */
async function whenStill(page: Page): Promise<Buffer> {
  let looks: Buffer[] = []
  for (let look = 0; look < 60; look += 1) {
    await page.evaluate(leaveFocus)
    const taken = await page.screenshot({animations: 'disabled'})
    looks = [...looks.filter((earlier) => earlier.equals(taken)), taken]
    if (looks.length === 3) return taken
    await page.waitForTimeout(lookEveryMs)
  }
  throw new Error(`${page.url()} keeps moving.`)
}

/** Runs in the page. The Studio gives the first thing of a form the focus or not, by chance, and with it its hint. */
function leaveFocus(): void {
  const focused = document.activeElement
  if (focused instanceof HTMLElement) focused.blur()
}
