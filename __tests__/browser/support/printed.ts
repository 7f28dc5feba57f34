import type {Page} from '@playwright/test'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of letters on a sheet, in points from its lower left corner. */
export type PrintedWords = {text: string; left: number; right: number; bottom: number; top: number}

/**
 * What a printer would put on paper, sheet by sheet. Only a page that is really divided into sheets shows what a
 * division does to it: asking the browser for its print styles does not.
 * @param margin - on all four sides, such as `15mm`
 */
export async function print(page: Page, margin: string): Promise<PrintedWords[][]> {
  const margins = {top: margin, right: margin, bottom: margin, left: margin}
  const file = await page.pdf({format: 'A4', margin: margins})
  const loading = getDocument({data: new Uint8Array(file)})
  const paper = await loading.promise
  const sheets: PrintedWords[][] = []
  for (let number = 1; number <= paper.numPages; number += 1) {
    const {items} = await (await paper.getPage(number)).getTextContent()
    sheets.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , height = 0, left = 0, baseline = 0] = item.transform.map(Number)
        // The letters' own height; lines that are set close touch above and below it.
        return [
          {text: item.str, left, right: left + item.width, bottom: baseline, top: baseline + height * 0.6},
        ]
      }),
    )
  }
  await loading.destroy()
  return sheets
}

/** Pairs of words that were printed over each other. */
export function overprinted(sheet: readonly PrintedWords[]): string[] {
  return sheet.flatMap((one, position) =>
    sheet
      .slice(position + 1)
      .filter(
        (other) =>
          // The picture of the schools draws a name's edge below the name.
          other.text !== one.text &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
          Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > 1,
      )
      .map((other) => `“${one.text}” and “${other.text}”`),
  )
}
