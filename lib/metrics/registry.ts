/** The values that each label of a metric may have: a label never holds what somebody sent. */
export type LabelValues = {readonly [label: string]: readonly string[]}

/** One value of each label. */
export type LabelsOf<Values extends LabelValues> = {readonly [label in keyof Values]: Values[label][number]}

type Description = {
  /** In the manner of Prometheus: with its unit, and `_total` behind what only grows. */
  name: string
  help: string
}

export type Counter<Values extends LabelValues> = {count: (labels: LabelsOf<Values>, by?: number) => void}

export type Histogram<Values extends LabelValues> = {
  observe: (labels: LabelsOf<Values>, value: number) => void
}

export type Sample = {labels: {readonly [label: string]: string}; value: number}

export type Registry = {
  counter: <const Values extends LabelValues>(of: Description & {labels: Values}) => Counter<Values>
  /** @param of - `buckets` are the upper ends, smallest first */
  histogram: <const Values extends LabelValues>(
    of: Description & {labels: Values; buckets: readonly number[]},
  ) => Histogram<Values>
  /** Something that is measured when it is asked for. */
  measured: (of: Description & {type: 'gauge' | 'counter'; read: () => readonly Sample[]}) => void
  /** Everything in the text format of Prometheus, version 0.0.4. */
  text: () => string
}

/** What `text` is sent as. */
export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * @param prefix - put before every name
 *
 * The few kinds of metrics that are needed here, in the text format of Prometheus:
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function createRegistry(prefix = ''): Registry {
  const families: (() => string[])[] = []
  const add = ({name, help}: Description, type: string, lines: (name: string) => string[]) => {
    const full = prefix + name
    families.push(() => [`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`, ...lines(full)])
  }

  return {
    counter({labels: _, ...of}) {
      const series = new Map<string, number>()
      add(of, 'counter', (name) => Array.from(series, ([key, value]) => `${name}${key} ${value}`))
      return {
        count(labels, by = 1) {
          const key = labelText(labels)
          series.set(key, (series.get(key) ?? 0) + by)
        },
      }
    },
    histogram({labels: _, buckets, ...of}) {
      const series = new Map<string, Observed>()
      add(of, 'histogram', (name) =>
        [...series.values()].flatMap((observed) => histogramLines(name, observed)),
      )
      return {
        observe(labels, value) {
          const key = labelText(labels)
          const observed = series.get(key) ?? newObserved(labels, buckets)
          series.set(key, observed)
          observed.sum += value
          observed.count += 1
          for (const bucket of observed.buckets) if (value <= bucket.upTo) bucket.count += 1
        },
      }
    },
    measured({type, read, ...of}) {
      add(of, type, (name) => read().map(({labels, value}) => `${name}${labelText(labels)} ${value}`))
    },
    text: () => `${families.flatMap((lines) => lines()).join('\n')}\n`,
  }
}

type Observed = {
  labels: Sample['labels']
  sum: number
  count: number
  buckets: {upTo: number; count: number}[]
}

function newObserved(labels: Sample['labels'], ends: readonly number[]): Observed {
  return {labels, sum: 0, count: 0, buckets: ends.map((upTo) => ({upTo, count: 0}))}
}

function histogramLines(name: string, {labels, sum, count, buckets}: Observed): string[] {
  const line = (upTo: string, found: number) => `${name}_bucket${labelText({...labels, le: upTo})} ${found}`
  return [
    ...buckets.map((bucket) => line(String(bucket.upTo), bucket.count)),
    line('+Inf', count),
    `${name}_sum${labelText(labels)} ${sum}`,
    `${name}_count${labelText(labels)} ${count}`,
  ]
}

function labelText(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
