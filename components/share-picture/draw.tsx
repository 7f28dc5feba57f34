import {ImageResponse} from 'next/og'
import sharp from 'sharp'
import {Card, type CardContent} from './card.tsx'
import {readFonts} from './fonts.ts'
import {pictureSize} from './size.ts'

/**
 * Draws the picture of a page as PNG. In 256 colours: some networks show no picture of more than 300 kB.
 * @param content - `mark` and `picture` are data addresses
 */
export async function drawSharePicture(content: CardContent): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = new ImageResponse(<Card {...content} />, {...pictureSize, fonts: await readFonts()})
  const png = sharp(await drawn.arrayBuffer()).png({palette: true, effort: 4})
  return new Uint8Array(await png.toBuffer())
}
