/**
 * Draws the pictures of the demo content into `sanity/content/images/`: `node scripts/draw-pictures.ts`.
 * They show buildings and landscapes that do not exist, so that no school and no person is shown.
 */
import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import {height, width} from './pictures/landscape.ts'
import {brickPrimary, newPrimary, stonePrimary, timberNursery} from './pictures/primary-scenes.ts'
import {clockMiddle, harbourSecondary, parkHighSchool, valleyAllThrough} from './pictures/secondary-scenes.ts'
import {mark, meadowSpecial, millSixthForm, signpost, wholeValley} from './pictures/trust-scenes.ts'

const folder = path.resolve(import.meta.dirname, '../sanity/content/images')

/** Pixels per unit of the drawings: 1800 by 1200. */
const density = 1.5

const scenes: Record<string, () => string> = {
  'brick-school-with-bell-turret': brickPrimary,
  'stone-school-below-church': stonePrimary,
  'timber-nursery-with-garden': timberNursery,
  'new-school-with-saw-tooth-roof': newPrimary,
  'school-with-clock-tower': clockMiddle,
  'school-by-the-harbour': harbourSecondary,
  'school-among-old-trees': parkHighSchool,
  'school-below-the-viaduct': valleyAllThrough,
  'mill-by-the-canal': millSixthForm,
  'school-with-roof-of-grass': meadowSpecial,
  'valley-of-schools': wholeValley,
  'signpost-where-paths-meet': signpost,
}

const document = (drawing: string, wide: number, high: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide * density}" height="${high * density}">${drawing}</svg>`

await mkdir(folder, {recursive: true})
for (const [name, draw] of Object.entries(scenes)) {
  const file = path.join(folder, `${name}.webp`)
  const {size} = await sharp(Buffer.from(document(draw(), width, height)))
    .webp({quality: 88})
    .toFile(file)
  console.log(`${name}.webp  ${Math.round(size / 1024)} KiB`)
}
const {size} = await sharp(Buffer.from(document(mark(), 512, 512)))
  .png({palette: true})
  .toFile(path.join(folder, 'mark.png'))
console.log(`mark.png  ${Math.round(size / 1024)} KiB`)
