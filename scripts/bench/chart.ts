export type Line = {
  name: string
  /** A line that is there to compare with, and drawn with dashes. */
  isOther: boolean
  points: readonly {x: number; y: number}[]
}

export type Chart = {
  title: string
  /** What the sentence for those who do not see it says. */
  description: string
  xName: string
  yName: string
  lines: readonly Line[]
}

const [width, height] = [840, 440]
const area = {left: 76, right: 588, top: 56, bottom: 384}
/** Between two names beside the lines. */
const nameHeight = 17
/** Told apart without seeing red and green too, and on white as on black: contrast 3 and more to both. */
const colours = ['#2f7de1', '#c2571a', '#12876f', '#a65cc4', '#8a7000', '#d0406f', '#5a7d9a', '#6f6fe0']

/** Lines on two scales whose steps are tenfold, as an SVG that follows the reader's choice of dark or light. */
export function drawChart({title, description, xName, yName, lines}: Chart): string {
  const points = lines.flatMap((line) => line.points)
  const x = tenfold(
    points.map((point) => point.x),
    area.left,
    area.right,
  )
  const y = tenfold(
    points.map((point) => point.y),
    area.bottom,
    area.top,
  )
  const across = x.steps.map(
    (step) =>
      `<line class="grid" x1="${x.at(step)}" x2="${x.at(step)}" y1="${area.top}" y2="${area.bottom}"/>` +
      `<text x="${x.at(step)}" y="${area.bottom + 20}" text-anchor="middle">${inFigures(step)}</text>`,
  )
  const up = y.steps.map(
    (step) =>
      `<line class="grid" x1="${area.left}" x2="${area.right}" y1="${y.at(step)}" y2="${y.at(step)}"/>` +
      `<text x="${area.left - 10}" y="${y.at(step) + 4}" text-anchor="end">${inFigures(step)}</text>`,
  )
  const places = spread(lines.map((line) => y.at(line.points.at(-1)?.y ?? 1)))
  const drawn = lines.map((line, index) => {
    const colour = colours[Math.floor(index / 2) % colours.length] ?? 'currentColor'
    const path = line.points.map((point) => `${x.at(point.x)},${y.at(point.y)}`).join(' ')
    const last = line.points.at(-1)
    const dashes = line.isOther ? ' stroke-dasharray="5 4"' : ''
    const place = places[index] ?? 0
    if (last === undefined) return ''
    return (
      `<polyline points="${path}" stroke="${colour}"${dashes}/>` +
      line.points
        .map((p) => `<circle cx="${x.at(p.x)}" cy="${y.at(p.y)}" r="3" fill="${colour}"/>`)
        .join('') +
      `<path class="lead" d="M${x.at(last.x) + 4} ${y.at(last.y)}L${area.right + 14} ${place}" stroke="${colour}"/>` +
      `<text x="${area.right + 18}" y="${place + 4}">${escaped(line.name)}</text>`
    )
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>
  svg { background: #ffffff; font: 13px system-ui, sans-serif; }
  text { fill: #22302b; }
  .heading { font-size: 16px; font-weight: 650; }
  .grid { stroke: #d9dcd6; }
  polyline { fill: none; stroke-width: 2.25; stroke-linejoin: round; }
  .lead { fill: none; stroke-width: 1; opacity: 0.55; }
  @media (prefers-color-scheme: dark) {
    svg { background: #121816; }
    text { fill: #e6ebe4; }
    .grid { stroke: #36413c; }
  }
</style>
<text class="heading" x="16" y="28">${escaped(title)}</text>
${[...across, ...up].join('\n')}
${drawn.join('\n')}
<text x="${(area.left + area.right) / 2}" y="${height - 16}" text-anchor="middle">${escaped(xName)}</text>
<text transform="translate(20 ${(area.top + area.bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(yName)}</text>
</svg>
`
}

/** A scale from the tenfold below the least number to the one above the greatest. */
function tenfold(numbers: number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...numbers)))
  const high = Math.max(Math.ceil(Math.log10(Math.max(...numbers))), low + 1)
  const at = (value: number) =>
    Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10
  const steps = Array.from({length: high - low + 1}, (_, index) => 10 ** (low + index))
  return {at, steps}
}

/** Places for names, as near as may be to where they belong, none upon another. */
function spread(wanted: number[]): number[] {
  const order = wanted.map((place, index) => ({place, index})).sort((a, b) => a.place - b.place)
  const places: number[] = []
  let least = area.top - 12
  for (const [rank, {place, index}] of order.entries()) {
    // Those that follow must find room above the bottom.
    const most = area.bottom + 24 - (order.length - 1 - rank) * nameHeight
    const chosen = Math.min(Math.max(place, least), Math.max(most, least))
    places[index] = chosen
    least = chosen + nameHeight
  }
  return places
}

const inFigures = (value: number) => value.toLocaleString('en-GB', {maximumFractionDigits: 6})

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
