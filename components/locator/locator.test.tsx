/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import type {SchoolSummaryAnswer} from '#sanity/lib/content/answers.ts'
import {parseSchoolSummary} from '#sanity/lib/content/school-summary.ts'
import {numbersOf, SchoolLocator} from './index.tsx'

const reading = {preview: false, readOn: '2026-11-23', gate: () => null, report: () => {}}

const school = (id: string, more: SchoolSummaryAnswer = {}, preview = false) =>
  parseSchoolSummary({_id: id, name: id, slug: id, status: 'in-trust', ...more}, {...reading, preview})

const hallowby = {town: 'Hallowby', location: {lat: 54.36, lng: -2.5}}
const saltmarket = {town: 'Saltmarket', location: {lat: 54.2, lng: -2.84}}

test('schools bear the numbers of the list, those without a place none', () => {
  const schools = [school('a', hallowby), school('lost'), school('b', saltmarket)]
  const {container} = render(<SchoolLocator schools={schools} />)
  expect([...numbersOf(schools)]).toEqual([
    ['a', 1],
    ['b', 2],
  ])
  const drawn = [...container.querySelectorAll('g text')].map(({textContent}) => textContent)
  expect(drawn).toEqual(['1', '2'])
  expect(screen.getByText('One school is not shown: we do not know where yet.')).toBeVisible()
})

test('what the picture shows stands in words below it', () => {
  render(<SchoolLocator schools={[school('A', saltmarket), school('B', {...hallowby, status: 'joining'})]} />)
  expect(screen.getByText(/north at the top/)).toHaveTextContent('A school with a dashed ring is joining us.')
  expect(screen.getByText(/Farthest apart/)).toHaveTextContent(
    'Farthest apart are A and, 18 miles to the north-east of it, B.',
  )
})

test('the scale is written in miles and kilometres', () => {
  const {container} = render(<SchoolLocator schools={[school('A', saltmarket), school('B', hallowby)]} />)
  const bars = [...container.querySelectorAll('svg > text')].map(({textContent}) => textContent)
  expect(bars).toEqual(expect.arrayContaining(['5 miles', '10 km', 'Hallowby', 'Saltmarket']))
})

test.each([
  [true, ['id=a;type=school;path=address.town', 'id=b;type=school;path=address.town']],
  [false, []],
])('in a preview (%s) the name of a place leads to where it is kept', (preview, places) => {
  const schools = [school('a', saltmarket, preview), school('b', hallowby, preview)]
  const {container} = render(<SchoolLocator schools={schools} />)
  const marks = [...container.querySelectorAll('svg > text[data-sanity]')]
  expect(marks.map(({textContent}) => textContent)).toEqual(preview ? ['Saltmarket', 'Hallowby'] : [])
  for (const [at, place] of places.entries())
    expect(marks[at]).toHaveAttribute('data-sanity', expect.stringContaining(place))
})

test('schools at one place are said to be', () => {
  render(<SchoolLocator schools={[school('A', hallowby), school('B', hallowby)]} />)
  expect(screen.getByText('They are all less than 0.1 miles from each other.')).toBeVisible()
})

test('where no place is known there is no picture', () => {
  const {container} = render(
    <SchoolLocator schools={[school('A'), school('B', {location: {lat: 4, lng: 54}})]} />,
  )
  expect(container).toBeEmptyDOMElement()
})

test('a single school has no picture and no number', () => {
  const schools = [school('A', hallowby), school('B')]
  const {container} = render(<SchoolLocator schools={schools} />)
  expect(container).toBeEmptyDOMElement()
  expect(numbersOf(schools).size).toBe(0)
})
