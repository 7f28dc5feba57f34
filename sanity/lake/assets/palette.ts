import type {JsonObject} from '../types.ts'

/** A group of similar colours: their mean as 0 to 255 per channel, and their share of the picture, 0 to 1. */
type ColourGroup = {red: number; green: number; blue: number; share: number}

type Target = {
  luma: {least: number; best: number; most: number}
  saturation: {least: number; best: number; most: number}
}

const dark = {least: 0, best: 0.26, most: 0.45}
const middle = {least: 0.3, best: 0.5, most: 0.7}
const light = {least: 0.55, best: 0.74, most: 1}
const vivid = {least: 0.35, best: 1, most: 1}
const pale = {least: 0, best: 0.3, most: 0.4}

/** The six swatches of Android's Palette library, whose names Sanity's asset documents use. */
const targets: Record<string, Target> = {
  darkMuted: {luma: dark, saturation: pale},
  darkVibrant: {luma: dark, saturation: vivid},
  lightMuted: {luma: light, saturation: pale},
  lightVibrant: {luma: light, saturation: vivid},
  muted: {luma: middle, saturation: pale},
  vibrant: {luma: middle, saturation: vivid},
}

/**
 * The palette of a picture as Sanity stores it in `metadata.palette`.
 * @param pixels red, green, blue, alpha, … of a small copy of the picture; pixels that can be seen through are left out.
 */
export function paletteOf(pixels: Uint8Array): JsonObject | null {
  const groups = groupColours(pixels)
  const dominant = groups[0]
  if (!dominant) return null

  const swatches: JsonObject = {_type: 'sanity.imagePalette', dominant: swatch(dominant)}
  const taken = new Set<ColourGroup>()
  for (const [name, target] of Object.entries(targets)) {
    const best = closest(groups, target, taken)
    if (best) taken.add(best)
    swatches[name] = swatch(best ?? adapted(dominant, target))
  }
  return swatches
}

/** Groups colours by the upper four bits of each channel, the most frequent group first. */
function groupColours(pixels: Uint8Array): ColourGroup[] {
  const sums = new Map<number, {red: number; green: number; blue: number; count: number}>()
  let counted = 0
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < 125) continue
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const sum = sums.get(key) ?? {red: 0, green: 0, blue: 0, count: 0}
    sum.red += red
    sum.green += green
    sum.blue += blue
    sum.count += 1
    sums.set(key, sum)
    counted += 1
  }
  return [...sums.values()]
    .sort((a, b) => b.count - a.count)
    .map(({red, green, blue, count}) => ({
      red: red / count,
      green: green / count,
      blue: blue / count,
      share: count / counted,
    }))
}

function closest(groups: ColourGroup[], target: Target, taken: Set<ColourGroup>): ColourGroup | null {
  const mostFrequent = groups[0]?.share ?? 1
  let best: ColourGroup | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (const group of groups) {
    const {saturation, luma} = hueSaturationLuma(group)
    if (taken.has(group) || !within(luma, target.luma) || !within(saturation, target.saturation)) continue
    const score =
      6 * (1 - Math.abs(luma - target.luma.best)) +
      3 * (1 - Math.abs(saturation - target.saturation.best)) +
      group.share / mostFrequent
    if (score > bestScore) {
      best = group
      bestScore = score
    }
  }
  return best
}

function within(value: number, range: {least: number; most: number}): boolean {
  return value >= range.least && value <= range.most
}

/** The dominant colour moved to where the swatch should be, for pictures that have no such colour. */
function adapted(group: ColourGroup, target: Target): ColourGroup {
  const {hue} = hueSaturationLuma(group)
  const luma = target.luma.best
  const chroma = target.saturation.best * Math.min(luma, 1 - luma)
  const channel = (offset: number) => {
    const position = (offset + hue * 12) % 12
    return 255 * (luma - chroma * Math.max(-1, Math.min(position - 3, 9 - position, 1)))
  }
  return {red: channel(0), green: channel(8), blue: channel(4), share: 0}
}

/** Hue, saturation and lightness, each 0 to 1. */
function hueSaturationLuma({red, green, blue}: ColourGroup): {hue: number; saturation: number; luma: number} {
  const highest = Math.max(red, green, blue) / 255
  const lowest = Math.min(red, green, blue) / 255
  const luma = (highest + lowest) / 2
  const range = highest - lowest
  if (range === 0) return {hue: 0, saturation: 0, luma}
  const saturation = range / (1 - Math.abs(2 * luma - 1))
  const sixth =
    highest === red / 255
      ? ((green - blue) / 255 / range + 6) % 6
      : highest === green / 255
        ? (blue - red) / 255 / range + 2
        : (red - green) / 255 / range + 4
  return {hue: sixth / 6, saturation, luma}
}

function swatch(group: ColourGroup): JsonObject {
  const {red, green, blue, share} = group
  const brightness = (red * 299 + green * 587 + blue * 114) / 1000
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${[red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`,
    foreground: brightness < 150 ? '#fff' : '#000',
    // In per cent, as in the asset documents of the hosted service.
    population: Math.round(share * 10000) / 100,
    title: brightness < 200 ? '#fff' : '#000',
  }
}
