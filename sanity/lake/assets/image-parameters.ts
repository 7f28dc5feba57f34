/** Formats that a picture can be asked for in. `pjpg` is JPEG that sharpens as it loads. */
export type ImageFormat = 'jpg' | 'pjpg' | 'png' | 'webp' | 'avif' | 'gif'

export type Fit = 'clip' | 'crop' | 'fill' | 'fillmax' | 'max' | 'min' | 'scale'

export type CropPosition =
  | {kind: 'entropy'}
  /** Fractions of the picture, from its left and top edges. */
  | {kind: 'point'; x: number; y: number}

export type Colour = {r: number; g: number; b: number; alpha: number}

export type Rectangle = {left: number; top: number; width: number; height: number}

/** The transformation that an image address asks for, checked. Lengths are pixels before `dpr`. */
export type ImageParameters = {
  width?: number
  height?: number
  minWidth?: number
  maxWidth?: number
  minHeight?: number
  maxHeight?: number
  fit: Fit
  crop: CropPosition
  rect?: Rectangle
  quality?: number
  format?: ImageFormat
  /** Choose the format by what the browser says it accepts. */
  autoFormat: boolean
  /** Pixels of the screen per pixel of the page, 1 to 3. */
  dpr: number
  /** 1 to 2000. */
  blur?: number
  /** 0 to 100. */
  sharpen?: number
  background?: Colour
  flipHorizontally: boolean
  flipVertically: boolean
  /** Degrees clockwise. */
  rotation: 0 | 90 | 180 | 270
  pad?: number
  invert: boolean
  greyscale: boolean
  /** Only the first frame of an animation. */
  firstFrameOnly: boolean
}

/** A parameter with a value that it cannot have; the message is for the person who wrote the address. */
export class ParameterError extends Error {
  override readonly name = 'ParameterError'
}

/** Pixels on a side that are made at most. */
export const longestSide = 8192

const transforming = [
  ...['w', 'h', 'min-w', 'max-w', 'min-h', 'max-h', 'fit', 'crop', 'fp-x', 'fp-y', 'rect', 'q', 'fm', 'auto'],
  ...['dpr', 'blur', 'sharp', 'bg', 'flip', 'or', 'pad', 'invert', 'sat', 'frame'],
]

/** Whether the address asks for anything but the original. Unknown parameters change nothing. */
export function asksForTransformation(query: URLSearchParams): boolean {
  return transforming.some((name) => query.has(name))
}

/**
 * Reads the parameters of https://www.sanity.io/docs/apis-and-sdks/image-urls.
 * @throws ParameterError
 */
export function readImageParameters(query: URLSearchParams): ImageParameters {
  const flip = oneOf(query, 'flip', ['h', 'v', 'hv', 'vh'])
  return {
    width: length(query, 'w'),
    height: length(query, 'h'),
    minWidth: length(query, 'min-w'),
    maxWidth: length(query, 'max-w'),
    minHeight: length(query, 'min-h'),
    maxHeight: length(query, 'max-h'),
    fit: oneOf(query, 'fit', ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale']) ?? 'clip',
    crop: cropPosition(query),
    rect: rectangle(query),
    quality: number(query, 'q', 0, 100),
    format: oneOf(query, 'fm', ['jpg', 'pjpg', 'png', 'webp', 'avif', 'gif']),
    autoFormat: (list(query, 'auto', ['format', 'compress']) ?? []).includes('format'),
    dpr: number(query, 'dpr', 1, 3) ?? 1,
    blur: number(query, 'blur', 1, 2000),
    sharpen: number(query, 'sharp', 0, 100),
    background: colour(query),
    flipHorizontally: flip?.includes('h') ?? false,
    flipVertically: flip?.includes('v') ?? false,
    rotation: rotation(query),
    pad: number(query, 'pad', 0, 1000),
    invert: oneOf(query, 'invert', ['true', 'false']) === 'true',
    // Grey is the only saturation that the hosted service knows.
    greyscale: oneOf(query, 'sat', ['-100', '0']) === '-100',
    firstFrameOnly: oneOf(query, 'frame', ['1']) === '1',
  }
}

function number(query: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < least || value > most) {
    throw new ParameterError(`Invalid value for "${name}": use a number from ${least} to ${most}`)
  }
  return value
}

function length(query: URLSearchParams, name: string): number | undefined {
  const value = number(query, name, 1, longestSide)
  return value === undefined ? undefined : Math.round(value)
}

function oneOf<Value extends string>(
  query: URLSearchParams,
  name: string,
  allowed: readonly Value[],
): Value | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const value = allowed.find((candidate) => candidate === text)
  if (value === undefined) throw new ParameterError(`Invalid value for "${name}": use ${allowed.join(', ')}`)
  return value
}

function list(query: URLSearchParams, name: string, allowed: readonly string[]): string[] | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const values = text.split(',')
  if (values.some((value) => !allowed.includes(value))) {
    throw new ParameterError(`Invalid value for "${name}": use ${allowed.join(', ')}`)
  }
  return values
}

function cropPosition(query: URLSearchParams): CropPosition {
  const edges = ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy']
  const names = list(query, 'crop', edges) ?? ['center']
  const focus = {x: number(query, 'fp-x', 0, 1) ?? 0.5, y: number(query, 'fp-y', 0, 1) ?? 0.5}
  if (names.includes('entropy')) return {kind: 'entropy'}
  if (names.includes('focalpoint')) return {kind: 'point', ...focus}
  return {
    kind: 'point',
    x: names.includes('left') ? 0 : names.includes('right') ? 1 : 0.5,
    y: names.includes('top') ? 0 : names.includes('bottom') ? 1 : 0.5,
  }
}

function rectangle(query: URLSearchParams): Rectangle | undefined {
  const text = query.get('rect')
  if (text === null) return undefined
  const [left, top, width, height, ...more] = text.split(',').map((part) => Math.round(Number(part)))
  const complete =
    left !== undefined && top !== undefined && width !== undefined && height !== undefined && !more.length
  if (!complete || ![left, top, width, height].every(Number.isFinite) || width < 1 || height < 1) {
    throw new ParameterError('Invalid value for "rect": use left,top,width,height in pixels')
  }
  return {left, top, width, height}
}

/** RGB, ARGB, RRGGBB or AARRGGBB. */
function colour(query: URLSearchParams): Colour | undefined {
  const text = query.get('bg')
  if (text === null) return undefined
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) {
    throw new ParameterError('Invalid value for "bg": use a colour as RGB, ARGB, RRGGBB or AARRGGBB')
  }
  const digits = text.length < 6 ? [...text].map((digit) => digit + digit).join('') : text
  const [alpha = 255, r = 0, g = 0, b = 0] = Buffer.from(digits.padStart(8, 'f'), 'hex')
  return {r, g, b, alpha: alpha / 255}
}

function rotation(query: URLSearchParams): 0 | 90 | 180 | 270 {
  switch (oneOf(query, 'or', ['0', '90', '180', '270'])) {
    case '90':
      return 90
    case '180':
      return 180
    case '270':
      return 270
    default:
      return 0
  }
}
