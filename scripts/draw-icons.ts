/**
 * Draws the icons of the site from the Trust's mark: `node scripts/draw-icons.ts`. The mark of another Trust goes
 * into `scripts/pictures/trust-scenes.ts`, or its own files over these.
 */
import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import {mark, squareMark} from './pictures/trust-scenes.ts'

const root = path.resolve(import.meta.dirname, '..')

const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" role="img" aria-label="A small golden bird on a hill">${content}</svg>\n`

async function drawPng(file: string, pixels: number): Promise<void> {
  const target = path.join(root, file)
  await mkdir(path.dirname(target), {recursive: true})
  const {size} = await sharp(Buffer.from(drawing(squareMark())), {density: 144})
    .resize(pixels, pixels)
    .png({palette: true})
    .toFile(target)
  console.log(`${file}  ${Math.round(size / 100) / 10} kB`)
}

await writeFile(path.join(root, 'app/icon.svg'), drawing(mark()))
await drawPng('app/apple-icon.png', 180)
await drawPng('components/site/icons/icon-192.png', 192)
await drawPng('components/site/icons/icon-512.png', 512)
