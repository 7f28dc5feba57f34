import {readFile} from 'node:fs/promises'
import path from 'node:path'

const folder = 'node_modules/@fontsource/bricolage-grotesque/files'

const subsets = {latin: 'Bricolage Grotesque', 'latin-ext': 'Bricolage Grotesque, further letters'}
const weights = [500, 700] as const

/**
 * The font of the pictures, as `next/og` takes it (it reads no woff2). The further letters, those of Welsh and
 * Polish among them, have a name of their own: of files with one name only the first is looked at.
 */
export async function readFonts() {
  const files = Object.entries(subsets).flatMap(([subset, name]) =>
    weights.map((weight) => ({subset, name, weight})),
  )
  return Promise.all(
    files.map(async ({subset, name, weight}) => {
      const file = path.join(process.cwd(), folder, `bricolage-grotesque-${subset}-${weight}-normal.woff`)
      return {name, data: await readFile(file), weight, style: 'normal' as const}
    }),
  )
}
