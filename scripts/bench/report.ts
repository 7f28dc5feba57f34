/** What `npm run bench` can measure, in the order of the report. */
export const measurements = [
  'queries',
  'freshness',
  'throughput',
  'growth',
  'machines',
  'preview',
  'studio',
  'lighthouse',
] as const
export type Measurement = (typeof measurements)[number]

export function isMeasurement(name: string): name is Measurement {
  return measurements.some((measurement) => measurement === name)
}

const headings: {[name in Measurement]: string} = {
  queries: 'Queries',
  freshness: 'Freshness',
  throughput: 'Throughput',
  growth: 'Growth',
  machines: 'Several machines',
  preview: 'Preview',
  studio: 'Studio',
  lighthouse: 'Lighthouse',
}

const introduction = `# Measured

\`npm run bench\` writes this page: all of it, or the part that is named (\`npm run bench -- queries\`).`

/**
 * The report with one part in the place of what stood there before; the others stay as they were measured.
 * @param report - as it was written before; empty at first
 * @param body - Markdown without headings
 */
export function withMeasurement(report: string, name: Measurement, body: string): string {
  const parts = measurements.flatMap((measurement) => {
    const text = measurement === name ? body.trim() : bodyOf(report, measurement)
    return text === null ? [] : [`## ${headings[measurement]}\n\n${text}`]
  })
  return `${[introduction, ...parts].join('\n\n')}\n`
}

function bodyOf(report: string, name: Measurement): string | null {
  const parts = report.split(/^## /m).slice(1)
  const start = `${headings[name]}\n`
  return (
    parts
      .find((part) => part.startsWith(start))
      ?.slice(start.length)
      .trim() ?? null
  )
}
