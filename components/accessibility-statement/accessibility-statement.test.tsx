/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import {parseAccessibility} from '#sanity/lib/content/accessibility.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import {AccessibilityStatement} from './index.tsx'

const contact: ContactDetails = {
  trustName: 'Elm Trust',
  postalAddress: '1 Elm Street',
  telephone: '01632 960100',
  email: 'office@elm.example',
}

const complete = {
  _type: 'accessibilityStatement',
  preparedOn: '2025-01-02',
  reviewedOn: '2026-01-03',
  testedOn: '2026-01-01',
  testedBy: 'Ash, a company for testing',
  testedHow: 'With a keyboard.\nWith three screen readers.',
  compliance: 'partial',
  knownIssues: 'The map.\nThe old minutes.',
  improvements: 'We draw the map again.',
  contactEmail: 'access@elm.example',
  answerWithin: 5,
} as const

function show(statement: Parameters<typeof parseAccessibility>[0], details = contact) {
  render(<AccessibilityStatement facts={parseAccessibility(statement)} contact={details} />)
}

const headings = () => screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)

test('says what was tested when and by whom, what does not work, and whom to tell', () => {
  show(complete)
  expect(document.body).toHaveTextContent(
    'This statement was prepared on 2 January 2025. It was last reviewed on 3 January 2026. This website was last tested on 1 January 2026. The test was carried out by Ash, a company for testing.',
  )
  const listed = screen.getAllByRole('listitem').map(({textContent}) => textContent)
  expect(listed).toEqual(
    expect.arrayContaining([
      'With three screen readers.',
      'The map.',
      'The old minutes.',
      'e-mail access@elm.example',
    ]),
  )
  expect(screen.getByRole('link', {name: 'access@elm.example'})).toHaveAttribute(
    'href',
    'mailto:access@elm.example',
  )
  expect(document.body).toHaveTextContent('We answer within 5 working days.')
  expect(document.body).toHaveTextContent('it is partially compliant')
})

test('names who enforces the regulations, and who advises', () => {
  show(complete)
  expect(document.body).toHaveTextContent('Equality and Human Rights Commission (EHRC) enforces')
  expect(screen.getByRole('link', {name: 'Equality Advisory and Support Service'})).toHaveAttribute(
    'href',
    'https://www.equalityadvisoryservice.com/',
  )
})

test('leaves out what is not known, and promises nothing', () => {
  show(null)
  expect(headings()).toEqual([
    'What you should be able to do',
    'Tell us, or ask for something in another way',
    'If you are not content with our answer',
    'How accessible this website is',
  ])
  expect(document.body).not.toHaveTextContent(
    /This website (fully )?meets|compliant|tested|null|undefined|within \d/,
  )
  expect(screen.getByRole('link', {name: 'office@elm.example'})).toBeInTheDocument()
})

test('without e-mail and telephone, one can write a letter', () => {
  show(null, {...contact, email: null, telephone: null})
  expect(screen.getByText('write to 1 Elm Street')).toBeInTheDocument()
})

test('what is no sensible value is left out', () => {
  show({...complete, compliance: 'splendid', reviewedOn: 'yesterday', answerWithin: 'soon'})
  expect(document.body).not.toHaveTextContent(/splendid|yesterday|soon/)
})
