import {createRegistry} from './registry.ts'

it('writes counters, histograms and what is measured in the text format of Prometheus', () => {
  const registry = createRegistry('site_')
  const asked = registry.counter({name: 'asked_total', help: 'Asked.', labels: {route: ['home', 'page']}})
  const seconds = registry.histogram({name: 'seconds', help: 'Took.', labels: {}, buckets: [0.1, 1]})
  registry.measured({
    name: 'open',
    help: 'Open.',
    type: 'gauge',
    read: () => [{labels: {of: 'a "b"\\\n'}, value: 2}],
  })
  asked.count({route: 'home'})
  asked.count({route: 'home'}, 2)
  for (const value of [0.05, 0.1, 0.5, 3]) seconds.observe({}, value)
  expect(registry.text()).toBe(`# HELP site_asked_total Asked.
# TYPE site_asked_total counter
site_asked_total{route="home"} 3
# HELP site_seconds Took.
# TYPE site_seconds histogram
site_seconds_bucket{le="0.1"} 2
site_seconds_bucket{le="1"} 3
site_seconds_bucket{le="+Inf"} 4
site_seconds_sum 3.65
site_seconds_count 4
# HELP site_open Open.
# TYPE site_open gauge
site_open{of="a \\"b\\"\\\\\\n"} 2
`)
})
