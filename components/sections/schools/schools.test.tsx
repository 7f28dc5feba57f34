/** @jest-environment jsdom */
import {render, screen, within} from '@testing-library/react'
import {brickSchool, frame, paragraphs, school} from '#components/gallery/content.ts'
import type {School} from '#sanity/lib/content/school.ts'
import {SchoolsSection} from './index.tsx'
import type {SchoolsSectionContent} from './projection.ts'

// Addresses of pictures follow from the configuration.
process.env.SANITY_API_READ_TOKEN = 'a token'

const show = (schools: School[], selection: SchoolsSectionContent['selection'] = 'chosen') =>
  render(
    <SchoolsSection
      section={{
        ...frame('schools', {heading: 'Whom you can ask'}),
        type: 'schoolsSection',
        introduction: paragraphs('By name.'),
        selection,
        schools,
      }}
    />,
  )

test('each school is a link with what is known of it', () => {
  show([school('Beckham Primary School'), school('Nutwick School', {phase: null, ages: null, place: null})])
  const [first, second] = screen.getAllByRole('listitem')
  if (first === undefined || second === undefined) throw new Error('A school is missing.')
  expect(within(first).getByRole('link', {name: 'Beckham Primary School'})).toHaveAttribute(
    'href',
    '/schools',
  )
  expect(within(first).getByText('Primary, ages 4 to 11')).toBeVisible()
  expect(within(first).getByText('Beckham, Hazelshire')).toBeVisible()
  expect(second).toHaveTextContent(/^Nutwick School$/)
})

test('a picture beside a name is decoration, and a preview says why one is held back', () => {
  const {container} = show([
    school('A', {picture: {...brickSchool, alt: 'A school'}}),
    school('B', {picture: null}),
    school('C', {picture: {...brickSchool, heldBack: 'It has no alternative text.'}}),
  ])
  expect([...container.querySelectorAll('img')].map(({alt}) => alt)).toEqual([''])
  expect(container.querySelectorAll('[data-held-back]')).toHaveLength(1)
  expect(screen.getByText('It has no alternative text.')).toBeVisible()
})

test('a choice of schools leads to all of them, and the list of all does not', () => {
  const {unmount} = show([school('A')])
  expect(screen.getByRole('link', {name: 'Find a school to talk to'})).toHaveAttribute('href', '/schools')
  unmount()
  show([school('A')], 'all')
  expect(screen.queryByRole('link', {name: 'Find a school to talk to'})).toBeNull()
})

test('by phase, the youngest come first and those without a phase last', () => {
  show(
    [school('X', {phase: null}), school('Y', {phase: 'secondary'}), school('Z', {phase: 'nursery'})],
    'by-phase',
  )
  expect(screen.getAllByRole('heading', {level: 3}).map(({textContent}) => textContent)).toEqual([
    'Nursery',
    'Secondary',
    'Other schools',
  ])
})

test('a school that joins says when', () => {
  show([school('A', {status: 'joining', joinedOn: '2027-09-01'})])
  expect(screen.getByText('Joining the Trust on 1 September 2027')).toBeVisible()
})
