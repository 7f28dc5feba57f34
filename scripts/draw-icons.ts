/**
 * Draws the icons of the site from the Trust's mark: `node scripts/draw-icons.ts`. The mark of another Trust goes
 * into `scripts/pictures/trust-scenes.ts`, or its own files over these.
 */
import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import sharp, {type Sharp} from 'sharp'
import {iconFile} from './pictures/icon-file.ts'
import {mark, squareMark} from './pictures/trust-scenes.ts'

const root = path.resolve(import.meta.dirname, '..')

const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" role="img" aria-label="A small golden bird on a hill">${content}</svg>\n`

async function drawPng(file: string, pixels: number): Promise<void> {
  await keep(file, await rasterised(squareMark(), pixels).png({palette: true}).toBuffer())
}

async function drawIco(file: string, sizes: number[]): Promise<void> {
  const drawn = sizes.map(async (pixels) => ({
    pixels,
    png: await rasterised(mark(), pixels).png().toBuffer(),
  }))
  await keep(file, iconFile(await Promise.all(drawn)))
}

function rasterised(content: string, pixels: number): Sharp {
  return sharp(Buffer.from(drawing(content)), {density: 144}).resize(pixels, pixels)
}

async function keep(file: string, bytes: Buffer | string): Promise<void> {
  const target = path.join(root, file)
  await mkdir(path.dirname(target), {recursive: true})
  await writeFile(target, bytes)
  console.log(`${file}  ${Math.round(bytes.length / 100) / 10} kB`)
}

await keep('app/icon.svg', drawing(mark()))
await drawIco('app/favicon.ico', [16, 32, 48])
await drawPng('app/apple-icon.png', 180)
await drawPng('components/site/icons/icon-192.png', 192)
await drawPng('components/site/icons/icon-512.png', 512)
