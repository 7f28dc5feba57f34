import {pictureProblem} from '#lib/pictures.ts'
import type {Origin} from '../origin.ts'
import {isFields, optionalDay, optionalNumber, optionalValue, optionalWords, type Reading} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {PictureAnswer} from './answers.ts'

export const pictureProjection = `{
  _key, alt, decorative, caption, showsPupils, consentDate, hotspot, crop,
  "asset": asset->{
    _id, originalFilename,
    "lqip": metadata.lqip, "width": metadata.dimensions.width, "height": metadata.dimensions.height
  }
}` as const

export type Hotspot = {x: number; y: number; width: number; height: number}
export type Crop = {top: number; bottom: number; left: number; right: number}

export type Picture = {
  assetId: string
  /** Pixels of the original. */
  width: number
  height: number
  /** Empty for decoration. */
  alt: string
  caption: string | null
  /** A tiny preview as a data address. */
  lqip: string | null
  hotspot: Hotspot | null
  crop: Crop | null
  heldBack: string | null
  /** In a preview alone. */
  origin?: Origin | undefined
}

/**
 * Reads a picture; null when there is none, it is damaged, or it is held back from visitors.
 * @param origin - undefined where no click is to lead to it
 */
export function parsePicture(
  value: PictureAnswer | Scalar,
  what: string,
  reading: Reading,
  origin?: Origin,
): Picture | null {
  if (!isFields(value) || !isFields(value.asset)) return null
  const {asset} = value
  const assetId = optionalValue(asset._id, 'the id of the picture')
  if (assetId === null || !/^image-[^-]+-\d+x\d+-\w+$/.test(assetId)) {
    reading.report(`${what} was left out: its file cannot be found`)
    return null
  }
  const facts = {
    asset,
    alt: optionalWords(value.alt, 'the alternative text') ?? undefined,
    decorative: value.decorative === true,
    caption: optionalWords(value.caption, 'the caption') ?? undefined,
    showsPupils: value.showsPupils === true,
    consentDate: optionalDay(value.consentDate) ?? undefined,
    fileName: optionalValue(asset.originalFilename, 'the name of the file') ?? undefined,
  }
  const heldBack = pictureProblem(facts, reading.readOn)
  if (heldBack !== null && !reading.preview) {
    reading.report(`${what} is held back: ${heldBack}`)
    return null
  }
  const [width = 1, height = 1] = (/-(\d+x\d+)-/.exec(assetId)?.[1] ?? '').split('x').map(Number)
  return {
    assetId,
    width,
    height,
    alt: facts.decorative ? '' : (facts.alt ?? ''),
    caption: facts.caption ?? null,
    lqip: optionalValue(asset.lqip, 'the preview of the picture'),
    hotspot: parseHotspot(value.hotspot),
    crop: parseCrop(value.crop),
    heldBack,
    origin,
  }
}

function parseHotspot(value: PictureAnswer['hotspot']): Hotspot | null {
  if (!isFields(value)) return null
  const [x, y, width, height] = [value.x, value.y, value.width, value.height].map(optionalNumber)
  if (x == null || y == null || width == null || height == null) return null
  return {x, y, width, height}
}

function parseCrop(value: PictureAnswer['crop']): Crop | null {
  if (!isFields(value)) return null
  const [top, bottom, left, right] = [value.top, value.bottom, value.left, value.right].map(optionalNumber)
  if (top == null || bottom == null || left == null || right == null) return null
  return {top, bottom, left, right}
}
