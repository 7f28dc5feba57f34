import type {Page} from '@playwright/test'
import {vercelStegaDecode} from '@vercel/stega'

/** What a click in Preview on something visible opens. */
export type ClickTarget = {
  /** The words that are seen; of a picture the name of its element. */
  shown: string
  /** Null when a click opens nothing. */
  opens: {id: string; path: string} | null
  /** Whether the words carry it themselves; else what they stand in does. */
  ownWords: boolean
}

type Seen = {text: string; mark: string | null; isPicture: boolean}

/** Every text and every picture of the page that is open, with what a click on it opens. */
export async function clickTargets(page: Page): Promise<ClickTarget[]> {
  const seen = await page.evaluate(seenOnPage)
  return seen.map(({text, mark, isPicture}) => {
    const hidden = isPicture ? undefined : decode(text)
    const shown = isPicture ? text : text.replace(invisible, '').trim()
    return {
      shown,
      opens: hidden ?? (mark === null ? null : placeOf(mark)),
      ownWords: hidden !== undefined,
    }
  })
}

/** What is between the words of a draft: see `@vercel/stega`. */
const invisible = /[\u200b-\u200d\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu

function seenOnPage(): Seen[] {
  const own = 'sanity-visual-editing, script, style, [aria-label="Preview"]'
  const markOf = (element: Element | null) =>
    element?.closest('[data-sanity]')?.getAttribute('data-sanity') ?? null
  const seen: Seen[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (element !== null && element.closest(own) === null)
      seen.push({text: texts.currentNode.textContent ?? '', mark: markOf(element), isPicture: false})
  }
  for (const picture of document.body.querySelectorAll('img, svg')) {
    // The colours that stand behind a picture until it is there.
    const isBehind = picture.nextElementSibling?.tagName === 'IMG'
    if (picture.closest(own) === null && !isBehind)
      seen.push({text: picture.tagName.toLowerCase(), mark: markOf(picture), isPicture: true})
  }
  return seen.filter(({text}) => text.trim() !== '')
}

function decode(text: string): ClickTarget['opens'] | undefined {
  const found: {href?: string} | undefined = vercelStegaDecode(text)
  return found?.href === undefined ? undefined : placeOf(decodeURIComponent(found.href))
}

/** Reads `…id=a;type=b;path=sections:key.heading…`, as attributes and links of the Studio write it. */
function placeOf(mark: string): {id: string; path: string} {
  const [, id = ''] = /\bid=([^;?]+)/.exec(mark) ?? []
  const [, path = ''] = /\bpath=([^;?]+)/.exec(mark) ?? []
  return {id, path}
}

/** What stands in a document at a path such as `sections:key.picture` or `sections[_key=="key"].picture`. */
export function valueAt(document: unknown, path: string): unknown {
  const steps = path.match(/\[_key=="[^"]+"\]|\[\d+\]|:[^.[:]+|[^.[:]+/g) ?? []
  return steps.reduce<unknown>((value, step) => {
    const key = /^\[_key=="([^"]+)"\]$/.exec(step)?.[1] ?? /^:(.+)$/.exec(step)?.[1]
    if (Array.isArray(value)) return value.find((item: {_key?: string}) => item._key === key)
    return typeof value === 'object' && value !== null
      ? Object.entries(value).find(([name]) => name === step)?.[1]
      : undefined
  }, document)
}
