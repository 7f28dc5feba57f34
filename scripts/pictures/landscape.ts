import {circle, colour, ellipse, polygon, rect, sequence, shape, stroke} from './shapes.ts'

/** Width and height of every landscape, in units of the drawing. */
export const width = 1200
export const height = 800

/** What may differ from one sky to another: its colours, the place of the sun and its size. */
type Sky = {top?: string; low?: string; sun?: readonly [x: number, y: number]; sunSize?: number}

/** A sky that is light near the ground, with a low sun. */
export function sky({top = colour.sky, low = colour.skyLow, sun = [900, 250], sunSize = 62}: Sky): string {
  return [
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="0.75" stop-color="${low}"/></linearGradient></defs>`,
    rect(0, 0, width, height, 'url(#sky)'),
    circle(sun[0], sun[1], sunSize * 2.1, colour.sun, 0.12),
    circle(sun[0], sun[1], sunSize * 1.5, colour.sun, 0.18),
    circle(sun[0], sun[1], sunSize, colour.sun),
  ].join('')
}

/** A flat-bottomed cloud. */
export function cloud(x: number, y: number, scale: number, opacity = 0.9): string {
  const s = scale
  return shape(
    `M${x} ${y} h${150 * s} a${26 * s} ${26 * s} 0 0 0 ${-8 * s} ${-50 * s} a${40 * s} ${40 * s} 0 0 0 ${-72 * s} ${-18 * s} a${32 * s} ${32 * s} 0 0 0 ${-52 * s} ${22 * s} a${24 * s} ${24 * s} 0 0 0 ${-18 * s} ${46 * s} z`,
    colour.cloud,
    opacity,
  )
}

/**
 * A ridge across the whole picture, filled down to the lower edge.
 * @param level - height of its middle above the upper edge
 * @param wave - how far it rises and falls
 * @param phase - where in the wave it begins
 */
export function ridge(level: number, wave: number, phase: number, fill: string): string {
  const points: string[] = []
  for (let x = 0; x <= width; x += 40) {
    const y = level - wave * Math.sin(x / 210 + phase) - wave * 0.45 * Math.sin(x / 95 + phase * 2.3)
    points.push(`${x} ${Math.round(y * 10) / 10}`)
  }
  return shape(`M0 ${height} L${points.join(' L')} L${width} ${height} Z`, fill)
}

/** A round tree whose right half lies in shade. */
export function tree(x: number, ground: number, size: number, fill: string = colour.grass): string {
  const top = ground - size * 1.25
  return [
    rect(x - size * 0.05, ground - size * 0.6, size * 0.1, size * 0.6, colour.trunk),
    ellipse(x, top + size * 0.4, size * 0.42, size * 0.5, fill),
    shape(
      `M${x} ${top - size * 0.1} a${size * 0.42} ${size * 0.5} 0 0 1 0 ${size} q${size * 0.2} ${-size * 0.5} 0 ${-size} z`,
      colour.deepest,
      0.16,
    ),
    ellipse(x - size * 0.14, top + size * 0.22, size * 0.16, size * 0.14, colour.cloud, 0.16),
  ].join('')
}

/** A tall, narrow tree. */
export function poplar(x: number, ground: number, size: number, fill: string = colour.hillNear): string {
  return [
    rect(x - size * 0.03, ground - size * 0.2, size * 0.06, size * 0.2, colour.trunk),
    shape(
      `M${x} ${ground - size * 1.5} q${size * 0.3} ${size * 0.75} 0 ${size * 1.4} q${-size * 0.3} ${-size * 0.65} 0 ${-size * 1.4} z`,
      fill,
    ),
    shape(
      `M${x} ${ground - size * 1.5} q${size * 0.3} ${size * 0.75} 0 ${size * 1.4} q${size * 0.1} ${-size * 0.7} 0 ${-size * 1.4} z`,
      colour.deepest,
      0.16,
    ),
  ].join('')
}

/** A conifer of three tiers. */
export function conifer(x: number, ground: number, size: number, fill: string = colour.deep): string {
  const tier = (top: number, half: number, depth: number) => [
    polygon(
      [
        [x, ground - top],
        [x + half, ground - top + depth],
        [x - half, ground - top + depth],
      ],
      fill,
    ),
    polygon(
      [
        [x, ground - top],
        [x + half, ground - top + depth],
        [x, ground - top + depth],
      ],
      colour.deepest,
      0.2,
    ),
  ]
  return [
    rect(x - size * 0.04, ground - size * 0.2, size * 0.08, size * 0.2, colour.trunk),
    ...tier(size * 0.85, size * 0.34, size * 0.65),
    ...tier(size * 1.1, size * 0.27, size * 0.5),
    ...tier(size * 1.3, size * 0.19, size * 0.38),
  ].join('')
}

/** A row of bushes. */
export function hedge(
  from: number,
  to: number,
  ground: number,
  size: number,
  fill: string = colour.hillNear,
): string {
  const random = sequence(Math.round(from * 7 + ground))
  const parts: string[] = []
  for (let x = from; x <= to; x += size * 0.8) {
    parts.push(ellipse(x, ground, size * 0.62, size * (0.42 + random() * 0.2), fill))
  }
  parts.push(rect(from - size * 0.5, ground, to - from + size, size * 0.3, fill, size * 0.1))
  return parts.join('')
}

/** Small flowers scattered over a stretch of grass. */
export function flowers(
  from: number,
  to: number,
  top: number,
  bottom: number,
  seed: number,
  count = 46,
): string {
  const random = sequence(seed)
  const tints = [colour.sun, colour.cloud, colour.accent, colour.dusk]
  return Array.from({length: count}, () => {
    const x = from + random() * (to - from)
    const y = top + random() * (bottom - top)
    const tint = tints[Math.floor(random() * tints.length)] ?? colour.sun
    return stroke(`M${x} ${y} v9`, colour.deep, 1.6, 0.5) + circle(x, y, 2.6 + random() * 2, tint)
  }).join('')
}

/** A path that widens towards the viewer. */
export function footpath(
  doorX: number,
  doorY: number,
  nearX: number,
  nearWidth: number,
  doorWidth = 26,
): string {
  const half = doorWidth / 2
  return shape(
    `M${doorX - half} ${doorY} C${doorX - half} ${doorY + 70} ${nearX - nearWidth * 0.9} ${height - 130} ${nearX - nearWidth / 2} ${height} L${nearX + nearWidth / 2} ${height} C${nearX + nearWidth * 0.3} ${height - 130} ${doorX + half} ${doorY + 80} ${doorX + half} ${doorY} Z`,
    colour.path,
  )
}

/** Birds far away. */
export function birds(x: number, y: number, size = 1): string {
  return [
    [0, 0],
    [52, -22],
    [88, 12],
  ]
    .map(([dx = 0, dy = 0]) =>
      stroke(
        `M${x + dx * size} ${y + dy * size} q${9 * size} ${-11 * size} ${16 * size} 0 q${7 * size} ${-11 * size} ${16 * size} 0`,
        colour.slate,
        2.6,
        0.7,
      ),
    )
    .join('')
}

/** A shadow on the ground below a building, so that it stands. */
export function groundShadow(x: number, ground: number, reach: number): string {
  return ellipse(x, ground + 4, reach, 15, colour.deepest, 0.18)
}
