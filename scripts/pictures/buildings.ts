import {circle, colour, polygon, rect, shape, stroke} from './shapes.ts'

/** A window with a frame and a cross of bars. */
export function sash(
  x: number,
  y: number,
  width: number,
  height: number,
  glass: string = colour.window,
): string {
  return [
    rect(x - 4, y - 4, width + 8, height + 8, colour.frame, 2),
    rect(x, y, width, height, glass),
    polygon(
      [
        [x, y],
        [x + width * 0.55, y],
        [x, y + height * 0.5],
      ],
      colour.cloud,
      0.35,
    ),
    rect(x + width / 2 - 1.5, y, 3, height, colour.frame),
    rect(x, y + height * 0.45, width, 3, colour.frame),
    rect(x - 7, y + height + 4, width + 14, 5, colour.renderDark),
  ].join('')
}

/** A window with a round head. */
export function arched(
  x: number,
  y: number,
  width: number,
  height: number,
  glass: string = colour.window,
): string {
  const frame = (grow: number, fill: string) =>
    shape(
      `M${x - grow} ${y + height + grow} V${y + width / 2} a${width / 2 + grow} ${width / 2 + grow} 0 0 1 ${width + grow * 2} 0 V${y + height + grow} Z`,
      fill,
    )
  return [
    frame(5, colour.frame),
    frame(0, glass),
    rect(x + width / 2 - 1.5, y, 3, height, colour.frame),
    rect(x, y + height * 0.55, width, 3, colour.frame),
  ].join('')
}

/** A regular field of plain windows. */
export function windows(
  x: number,
  y: number,
  columns: number,
  rows: number,
  size: readonly [number, number],
  gap: readonly [number, number],
  glass: string = colour.glass,
): string {
  const parts: string[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const left = x + column * (size[0] + gap[0])
      const top = y + row * (size[1] + gap[1])
      const lit = (row * 7 + column * 5) % 4 === 0
      parts.push(rect(left - 2.5, top - 2.5, size[0] + 5, size[1] + 5, colour.frame))
      parts.push(rect(left, top, size[0], size[1], lit ? colour.window : glass))
      parts.push(
        polygon(
          [
            [left, top],
            [left + size[0] * 0.6, top],
            [left, top + size[1] * 0.7],
          ],
          colour.cloud,
          0.28,
        ),
      )
      parts.push(rect(left + size[0] / 2 - 1, top, 2, size[1], colour.frame))
    }
  }
  return parts.join('')
}

/** A front with a pointed gable; its right quarter lies in shade. */
export function gable(
  x: number,
  ground: number,
  width: number,
  wall: number,
  roof: number,
  fill: string,
  edge: string,
): string {
  const top = ground - wall
  return [
    polygon(
      [
        [x, ground],
        [x, top],
        [x + width / 2, top - roof],
        [x + width, top],
        [x + width, ground],
      ],
      fill,
    ),
    polygon(
      [
        [x + width / 2, top - roof],
        [x + width, top],
        [x + width, ground],
        [x + width * 0.72, ground],
        [x + width * 0.72, top - roof * 0.55],
      ],
      colour.deepest,
      0.07,
    ),
    stroke(
      `M${x - 12} ${top + 8} L${x + width / 2} ${top - roof - 4} L${x + width + 12} ${top + 8}`,
      edge,
      13,
    ),
  ].join('')
}

/** A long wall under a pitched roof seen from the side. */
export function wing(
  x: number,
  ground: number,
  width: number,
  wall: number,
  roof: number,
  fill: string,
  tiles: string,
): string {
  const top = ground - wall
  const courses = [0.3, 0.55, 0.8].map((share) =>
    stroke(
      `M${x + roof * 0.3 * (1 - share) - 8} ${top - roof * (1 - share)} H${x + width - roof * 0.3 * (1 - share) + 8}`,
      colour.deepest,
      1.5,
      0.13,
    ),
  )
  return [
    rect(x, top, width, wall, fill),
    rect(x, top, width, 16, colour.deepest).replace('/>', ' opacity="0.1"/>'),
    polygon(
      [
        [x - 16, top + 4],
        [x + roof * 0.3, top - roof],
        [x + width - roof * 0.3, top - roof],
        [x + width + 16, top + 4],
      ],
      tiles,
    ),
    ...courses,
  ].join('')
}

/** A box with a flat roof. */
export function block(
  x: number,
  ground: number,
  width: number,
  wall: number,
  fill: string,
  edge: string,
): string {
  const top = ground - wall
  return [
    rect(x, top, width, wall, fill),
    polygon(
      [
        [x + width * 0.8, top],
        [x + width, top],
        [x + width, ground],
        [x + width * 0.72, ground],
      ],
      colour.deepest,
      0.06,
    ),
    rect(x - 8, top - 10, width + 16, 14, edge, 2),
  ].join('')
}

/** A double door under a small canopy. */
export function door(
  x: number,
  ground: number,
  width: number,
  height: number,
  fill: string = colour.deep,
): string {
  return [
    rect(x - width / 2 - 6, ground - height - 6, width + 12, height + 6, colour.frame),
    rect(x - width / 2, ground - height, width / 2 - 1.5, height, fill),
    rect(x + 1.5, ground - height, width / 2 - 1.5, height, fill),
    rect(x - width / 2 + 6, ground - height + 8, width / 2 - 13, height * 0.4, colour.window),
    rect(x + 7.5, ground - height + 8, width / 2 - 13, height * 0.4, colour.window),
    circle(x - 6, ground - height * 0.42, 2.6, colour.sun),
    circle(x + 6, ground - height * 0.42, 2.6, colour.sun),
  ].join('')
}

/** A turret with a bell, as Victorian schools have. */
export function belfry(x: number, base: number, size: number, roof: string = colour.slate): string {
  return [
    rect(x - size * 0.3, base - size * 0.7, size * 0.6, size * 0.7, colour.render),
    shape(
      `M${x - size * 0.18} ${base - size * 0.05} v${-size * 0.3} a${size * 0.18} ${size * 0.18} 0 0 1 ${size * 0.36} 0 v${size * 0.3} z`,
      colour.slateDark,
    ),
    circle(x, base - size * 0.2, size * 0.1, colour.sun),
    polygon(
      [
        [x - size * 0.42, base - size * 0.66],
        [x, base - size * 1.5],
        [x + size * 0.42, base - size * 0.66],
      ],
      roof,
    ),
    stroke(`M${x} ${base - size * 1.5} v${-size * 0.3}`, colour.slateDark, 3),
    circle(x, base - size * 1.82, size * 0.05, colour.sun),
  ].join('')
}

/** The face of a clock at ten past ten. */
export function clock(x: number, y: number, radius: number): string {
  return [
    circle(x, y, radius + 4, colour.deep),
    circle(x, y, radius, colour.frame),
    stroke(`M${x} ${y} l${-radius * 0.42} ${-radius * 0.3}`, colour.deepest, radius * 0.13),
    stroke(`M${x} ${y} l${radius * 0.45} ${-radius * 0.5}`, colour.deepest, radius * 0.1),
    circle(x, y, radius * 0.09, colour.accent),
  ].join('')
}

/** A chimney stack with two pots. */
export function chimney(x: number, top: number, height: number, fill: string = colour.brickDark): string {
  return [
    rect(x, top, 26, height, fill),
    rect(x - 4, top - 4, 34, 8, colour.stoneDark),
    rect(x + 2, top - 18, 8, 15, colour.tile),
    rect(x + 15, top - 18, 8, 15, colour.tile),
  ].join('')
}
