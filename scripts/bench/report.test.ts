import {withMeasurement} from './report.ts'

test('a measurement takes the place of the one before, and leaves the others as they were', () => {
  const first = withMeasurement('', 'lighthouse', '| page |\n|---|\n| / |')
  const both = withMeasurement(first, 'queries', 'Old figures.\n')
  expect(both).toMatch(/^# Measured\n[\s\S]*\n## Queries\n\nOld figures\.\n\n## Lighthouse\n\n\| page \|/)
  const again = withMeasurement(both, 'queries', 'New figures.')
  expect(again).toBe(both.replace('Old', 'New'))
})
