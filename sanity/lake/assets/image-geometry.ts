import {type ImageParameters, longestSide, ParameterError, type Rectangle} from './image-parameters.ts'

export type Size = {width: number; height: number}

/** What happens to the pixels, in this order: scale, cut, place on a canvas. All lengths are whole pixels. */
export type Geometry = {
  scaleTo: Size
  /** The part of the scaled picture that is kept. `entropy` leaves the place to the encoder. */
  cut?: Rectangle | (Size & {entropy: true})
  /** The picture stands in the middle of a canvas of this size. */
  canvas?: Size
}

/** The part of the source that `rect` asks for, kept within the picture. @throws ParameterError */
export function sourceRectangle(source: Size, rect: Rectangle | undefined): Rectangle | null {
  if (!rect) return null
  const left = Math.max(0, rect.left)
  const top = Math.max(0, rect.top)
  const width = Math.min(source.width, rect.left + rect.width) - left
  const height = Math.min(source.height, rect.top + rect.height) - top
  if (width < 1 || height < 1) {
    throw new ParameterError(
      `Invalid value for "rect": it lies outside the image, which is ${source.width} by ${source.height} pixels`,
    )
  }
  if (width === source.width && height === source.height) return null
  return {left, top, width, height}
}

/**
 * What the address asks for of a picture of this size. Only `clip`, `crop`, `fill` and `scale` enlarge.
 * @throws ParameterError when the answer would be larger than 8192 pixels on a side
 */
export function planGeometry(source: Size, parameters: ImageParameters): Geometry {
  const {dpr, fit} = parameters
  const width = times(parameters.width, dpr)
  const height = times(parameters.height, dpr)
  const geometry = planFit(source, {...parameters, width, height}, fit)
  const {scaleTo, canvas} = geometry
  if (Math.max(scaleTo.width, scaleTo.height, canvas?.width ?? 0, canvas?.height ?? 0) > longestSide) {
    throw new ParameterError(`The image would be larger than ${longestSide} pixels on a side`)
  }
  return geometry
}

function planFit(source: Size, parameters: ImageParameters, fit: ImageParameters['fit']): Geometry {
  const {width, height} = parameters
  switch (fit) {
    case 'scale':
      if (width && height) return {scaleTo: {width, height}}
      return {scaleTo: inside(source, parameters, Number.POSITIVE_INFINITY)}
    case 'max':
      return {scaleTo: inside(source, parameters, 1)}
    case 'fill':
    case 'fillmax': {
      const scaleTo = inside(source, parameters, fit === 'fillmax' ? 1 : Number.POSITIVE_INFINITY)
      return {scaleTo, canvas: {width: width ?? scaleTo.width, height: height ?? scaleTo.height}}
    }
    case 'crop':
      return cover(source, cropTarget(source, parameters), parameters)
    case 'min': {
      if (!width || !height) return {scaleTo: inside(source, parameters, 1)}
      const shrink = Math.min(1, source.width / width, source.height / height)
      return cover(source, whole({width: width * shrink, height: height * shrink}), parameters)
    }
    default:
      return {scaleTo: inside(source, parameters, Number.POSITIVE_INFINITY)}
  }
}

/** As large as possible within the box, its shape kept, at most `largestScale` times the source. */
function inside(source: Size, box: {width?: number; height?: number}, largestScale: number): Size {
  if (!box.width && !box.height) return source
  const scale = Math.min(
    largestScale,
    (box.width ?? Number.POSITIVE_INFINITY) / source.width,
    (box.height ?? Number.POSITIVE_INFINITY) / source.height,
  )
  return whole({width: source.width * scale, height: source.height * scale})
}

/** The size that `fit=crop` asks for: a side that is not given follows the source, within its limits. */
function cropTarget(source: Size, parameters: ImageParameters): Size {
  const {dpr, width, height} = parameters
  const natural = inside(source, parameters, Number.POSITIVE_INFINITY)
  return {
    width: width ?? clamp(natural.width, times(parameters.minWidth, dpr), times(parameters.maxWidth, dpr)),
    height:
      height ?? clamp(natural.height, times(parameters.minHeight, dpr), times(parameters.maxHeight, dpr)),
  }
}

/** Scales until both sides are covered, then cuts what stands over. */
function cover(source: Size, target: Size, {crop}: ImageParameters): Geometry {
  const scale = Math.max(target.width / source.width, target.height / source.height)
  const scaleTo = {
    width: Math.max(target.width, Math.round(source.width * scale)),
    height: Math.max(target.height, Math.round(source.height * scale)),
  }
  if (scaleTo.width === target.width && scaleTo.height === target.height) return {scaleTo}
  if (crop.kind === 'entropy') return {scaleTo, cut: {...target, entropy: true}}
  return {
    scaleTo,
    cut: {
      ...target,
      left: offset(crop.x, scaleTo.width, target.width),
      top: offset(crop.y, scaleTo.height, target.height),
    },
  }
}

/** Puts the point of interest as near to the middle of the cut as the edges allow. */
function offset(point: number, whole: number, part: number): number {
  return clamp(Math.round(point * whole - part / 2), 0, whole - part)
}

function clamp(value: number, least = 1, most = Number.POSITIVE_INFINITY): number {
  return Math.max(least, Math.min(most, value))
}

function times(length: number | undefined, factor: number): number | undefined {
  return length === undefined ? undefined : Math.round(length * factor)
}

function whole({width, height}: Size): Size {
  return {width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height))}
}
