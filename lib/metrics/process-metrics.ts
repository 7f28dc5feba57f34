import {monitorEventLoopDelay} from 'node:perf_hooks'
import {logLineCounts} from '#lib/log/log.ts'
import type {Registry} from './registry.ts'

/** Milliseconds. */
const loopResolution = 20

/** Nanoseconds in a second, and microseconds. */
const [nano, micro] = [1e9, 1e6]

/** Adds what every Node.js process has to say, by the names that Prometheus' own clients give. */
export function addProcessMetrics(registry: Registry): void {
  const loop = monitorEventLoopDelay({resolution: loopResolution})
  loop.enable()
  const gauge = (name: string, help: string, read: () => number) =>
    registry.measured({name, help, type: 'gauge', read: () => [{labels: {}, value: read()}]})

  gauge('process_start_time_seconds', 'When the process started, in seconds since 1970.', () =>
    Math.round(performance.timeOrigin / 1000),
  )
  gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss())
  gauge('nodejs_heap_size_used_bytes', 'Memory in use by JavaScript.', () => process.memoryUsage().heapUsed)
  registry.measured({
    name: 'process_cpu_seconds_total',
    help: 'Processor time that was used.',
    type: 'counter',
    read: () => {
      const {user, system} = process.cpuUsage()
      return [{labels: {}, value: (user + system) / micro}]
    },
  })
  registry.measured({
    name: 'nodejs_eventloop_lag_seconds',
    help: 'How late the event loop was since this was last asked for: as a rule, and at worst.',
    type: 'gauge',
    read: () => {
      const late = (nanoseconds: number) => Math.max(0, nanoseconds / nano - loopResolution / 1000)
      const values = {p50: loop.percentile(50), p99: loop.percentile(99), max: loop.max}
      loop.reset()
      return Object.entries(values).map(([of, value]) => ({labels: {of}, value: late(value)}))
    },
  })
  registry.measured({
    name: 'log_lines_total',
    help: 'What there was to log, by level, also what was not written.',
    type: 'counter',
    read: () => Object.entries(logLineCounts()).map(([level, value]) => ({labels: {level}, value})),
  })
}
