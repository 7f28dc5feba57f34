import {drawChart} from './chart.ts'

const chart = {title: 'Times', description: 'Said in words.', xName: 'documents', yName: 'ms'}
const line = (name: string, ...values: [number, number][]) => ({
  name,
  isOther: false,
  points: values.map(([x, y]) => ({x, y})),
})

test('draws each tenfold step as far as the last, from the bottom up', () => {
  const svg = drawChart({...chart, lines: [line('one', [100, 0.02], [10_000, 3])]})
  expect(svg).toContain('points="76,351.1 588,113.2"')
  expect([...svg.matchAll(/text-anchor="middle">([\d,.]+)</g)].map(([, step]) => step)).toEqual([
    '100',
    '1,000',
    '10,000',
  ])
})

test('no name stands upon another, and what is written is not taken for markup', () => {
  const svg = drawChart({...chart, lines: [line('a < b', [1, 1], [10, 1]), line('c', [1, 1], [10, 1])]})
  const places = [...svg.matchAll(/<text x="606" y="([\d.]+)">([^<]+)</g)].map(([, y, name]) => [
    name,
    Number(y),
  ])
  expect(places.map(([name]) => name)).toEqual(['a &lt; b', 'c'])
  expect(Number(places[1]?.[1]) - Number(places[0]?.[1])).toBeGreaterThanOrEqual(17)
})
