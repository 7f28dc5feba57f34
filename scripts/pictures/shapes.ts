/** Colours of the demo pictures: those of the site, and the earth, stone and sky around them. */
export const colour = {
  sky: '#dfeae6',
  skyLow: '#fbeed6',
  dusk: '#f6d9b4',
  sun: '#f0b95a',
  cloud: '#fffaf0',
  hillFar: '#b9cdbf',
  hill: '#93b39c',
  hillNear: '#6f9a82',
  field: '#86a86f',
  grass: '#5f8a63',
  deep: '#14524a',
  deepest: '#0c3832',
  water: '#9cc4c4',
  waterDeep: '#6fa3a6',
  path: '#ead6b0',
  brick: '#b9674a',
  brickDark: '#98503a',
  stone: '#d9c6a5',
  stoneDark: '#bca582',
  render: '#f4ead8',
  renderDark: '#ddcdb2',
  timber: '#c08a55',
  timberDark: '#9b6b3f',
  slate: '#55656b',
  slateDark: '#414f55',
  tile: '#a95336',
  window: '#fbe3ac',
  glass: '#cfe3df',
  glassDark: '#8fb5b2',
  frame: '#fffaf0',
  trunk: '#7a583f',
  accent: '#b4521f',
} as const

type Point = readonly [x: number, y: number]

const round = (value: number) => Math.round(value * 10) / 10

/** A rectangle, with corners of the given radius. */
export function rect(x: number, y: number, width: number, height: number, fill: string, radius = 0): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}"/>`
}

/** A closed shape with straight sides. */
export function polygon(points: readonly Point[], fill: string, opacity = 1): string {
  const list = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')
  return `<polygon points="${list}" fill="${fill}" opacity="${opacity}"/>`
}

export function circle(x: number, y: number, radius: number, fill: string, opacity = 1): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" opacity="${opacity}"/>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, opacity = 1): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" opacity="${opacity}"/>`
}

/** A shape in SVG's path language. */
export function shape(description: string, fill: string, opacity = 1): string {
  return `<path d="${description}" fill="${fill}" opacity="${opacity}"/>`
}

/** A line without fill, with round ends. */
export function stroke(description: string, lineColour: string, width: number, opacity = 1): string {
  return `<path d="${description}" fill="none" stroke="${lineColour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" opacity="${opacity}"/>`
}

export function group(transform: string, ...parts: string[]): string {
  return `<g transform="${transform}">${parts.join('')}</g>`
}

/** The same every time, so that drawing again changes no file: a linear congruential generator. */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}
