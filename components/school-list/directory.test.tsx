/** @jest-environment jsdom */
import {render, screen, within} from '@testing-library/react'
import type {AskedSchools} from '#lib/asked-schools.ts'
import type {SchoolSummaryAnswer} from '#sanity/lib/content/answers.ts'
import {parseSchoolSummary} from '#sanity/lib/content/school-summary.ts'
import {findSchools} from '#sanity/lib/find-schools.ts'
import {SchoolDirectory} from './directory.tsx'

const reading = {preview: false, readOn: '2026-11-23', gate: () => null, report: () => {}}

const school = (name: string, more: SchoolSummaryAnswer = {}) =>
  parseSchoolSummary({_id: name, name, slug: 'a', phase: 'primary', status: 'in-trust', ...more}, reading)

const schools = [
  school('Hallowby High School', {phase: 'secondary', town: 'Hallowby'}),
  school('St Edda’s Primary School', {town: 'Hallowby', county: 'Wrendale'}),
  school('Ysgol y Dŵr'),
  school('مدرسة الوادي', {phase: 'special'}),
  school('Brackenfirth', {status: 'joining'}),
  school('Marfield', {status: 'left'}),
]

const ask = (asked: AskedSchools) =>
  render(<SchoolDirectory schools={schools} asked={asked} found={findSchools(schools, asked)} />)

const listed = () =>
  screen
    .queryAllByRole('heading', {level: 2})
    .map((heading) => heading.closest('section'))
    .flatMap((group) => (group === null ? [] : within(group).getAllByRole('link')))
    .map(({textContent}) => textContent)

test('schools that are joining and that have left are told apart', () => {
  render(<SchoolDirectory schools={schools} />)
  expect(screen.getByText(/There are 4 schools in our Trust/)).toBeVisible()
  const groups = screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)
  expect(groups).toEqual(['Primary', 'Secondary', 'Special', 'Joining the Trust', 'Formerly in the Trust'])
})

test('the numbers of the phases add up to those of the sentence above', () => {
  render(<SchoolDirectory schools={schools} />)
  expect(
    screen.getByText(/^There are 4 schools in our Trust\. One more is joining, and one has left\./),
  ).toBeVisible()
  const links = within(screen.getByRole('navigation', {name: 'Schools by phase'})).getAllByRole('link')
  const counts = links.map(({textContent}) => Number(/\d+$/.exec(textContent ?? '')?.[0] ?? 0))
  expect(counts.reduce((sum, count) => sum + count)).toBe(4 + 1 + 1)
})

test.each<[string, AskedSchools, string[]]>([
  ['a phase', {phase: 'special', name: ''}, ['مدرسة الوادي']],
  ['a name with a letter wrong', {phase: null, name: 'bracknfirth'}, ['Brackenfirth']],
  ['a name without its accent', {phase: null, name: 'dwr'}, ['Ysgol y Dŵr']],
  ['a name in Arabic', {phase: null, name: 'الوادي'}, ['مدرسة الوادي']],
  ['a place', {phase: null, name: 'hallowby'}, ['St Edda’s Primary School', 'Hallowby High School']],
  ['both', {phase: 'secondary', name: 'hallowby'}, ['Hallowby High School']],
])('%s is found', (_name, asked, names) => {
  ask(asked)
  expect(listed()).toEqual(names)
})

test('what was asked for stays, and each way on keeps the rest of it', () => {
  ask({phase: 'secondary', name: 'hallowby'})
  expect(screen.getByRole('searchbox', {name: 'Name or place of a school'})).toHaveValue('hallowby')
  expect(document.querySelector('input[type=hidden]')).toHaveAttribute('value', 'secondary')
  const phases = within(screen.getByRole('navigation', {name: 'Schools by phase'}))
  expect(phases.getByRole('link', {name: 'Secondary 1'})).toHaveAttribute('aria-current', 'true')
  expect(phases.getByRole('link', {name: 'All phases'})).toHaveAttribute('href', '/schools?name=hallowby')
})

test('the picture stands before the whole list, and after what was asked for', () => {
  const placed = ['A', 'B', 'C'].map((name, position) =>
    school(name, {phase: name === 'C' ? 'special' : 'primary', location: {lat: 54 + position / 10, lng: -2}}),
  )
  const isPictureFirst = () => {
    const [list, picture] = [screen.getByRole('link', {name: 'A'}), screen.getByRole('figure')]
    return (list.compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  }
  const {rerender} = render(<SchoolDirectory schools={placed} />)
  expect(isPictureFirst()).toBe(true)
  rerender(
    <SchoolDirectory schools={placed} asked={{phase: 'primary', name: ''}} found={placed.slice(0, 2)} />,
  )
  expect(isPictureFirst()).toBe(false)
})

test('finding none says so and leads back', () => {
  ask({phase: 'special', name: 'zzzzzz'})
  expect(screen.getByRole('heading', {level: 2})).toHaveTextContent(
    'No school found for “zzzzzz” in the phase “Special”',
  )
  expect(screen.getByRole('link', {name: 'Look in every phase'})).toHaveAttribute(
    'href',
    '/schools?name=zzzzzz',
  )
  expect(screen.getByRole('link', {name: 'Show all our schools'})).toHaveAttribute('href', '/schools')
})

test('more schools than a search shows are all found', () => {
  const many = Array.from({length: 80}, (_, number) => school(`Oak School ${number}`))
  expect(findSchools(many, {phase: null, name: 'oak'})).toHaveLength(80)
})
