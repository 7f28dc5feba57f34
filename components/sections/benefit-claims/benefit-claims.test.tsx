/** @jest-environment jsdom */
import {render, screen, within} from '@testing-library/react'
import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {BenefitClaimsSection} from './index.tsx'
import {parseBenefitClaimsSection} from './projection.ts'

const frame = {key: 'a', label: 'page, section', heading: null, heldBack: null}
const report = jest.fn()
const visitor: Reading = {preview: false, readOn: '2026-11-23', gate: () => null, report}

const words = (id: string, statement: string) => ({_ref: id, document: {_id: id, kind: 'words', statement}})
const statistic = {
  before: {count: 1, outOf: 10, qualifier: 'exactly'},
  after: {count: 7, outOf: 10, qualifier: 'almost'},
  counted: 'Schools judged good or outstanding',
  population: 'sponsored academies in England',
  ofThoseThat: 'had been inspected',
  asAt: 'end of 2017',
  source: {
    publisher: 'Department for Education',
    title: 'Statement of 23 January 2019',
    url: 'https://www.gov.uk/statement',
    publishedOn: '2019-01-23',
  },
  doesNotShow: 'That joining a trust was the cause.',
}

function show(
  claims: SectionAnswer<'benefitClaimsSection'>['claims'],
  reading = visitor,
  listStyle = 'running',
) {
  const section = parseBenefitClaimsSection({listStyle, claims}, frame, reading)
  if (section === null) throw new Error('The section was held back.')
  return render(<BenefitClaimsSection section={section} />)
}

beforeEach(() => report.mockClear())

test('a running list reads as one sentence', () => {
  show([words('a', 'Teachers learn'), words('b', 'Schools share'), words('c', 'Money goes further')])
  expect(screen.getAllByRole('listitem').map(({textContent}) => textContent)).toEqual([
    'Teachers learn;',
    'Schools share; and',
    'Money goes further',
  ])
})

test('claims shown as paragraphs have no bullets and keep their own punctuation', () => {
  show([words('a', 'Teachers learn.'), words('b', 'Schools share.')], visitor, 'plain')
  expect(screen.getByRole('list')).toHaveClass('plain')
  expect(screen.getAllByRole('listitem').map(({textContent}) => textContent)).toEqual([
    'Teachers learn.',
    'Schools share.',
  ])
})

test('a statistic has its evidence beside it, all of it in sight', () => {
  show([{_ref: 'a', document: {_id: 'a', kind: 'statistic', statement: 'Schools improve', statistic}}])
  const evidence = within(screen.getByRole('figure', {name: 'The evidence for this'}))
  expect(evidence.getAllByRole('strong').map(({textContent}) => textContent)).toEqual([
    '1 in 10',
    'almost 7 in 10',
  ])
  for (const sight of [
    'end of 2017',
    'sponsored academies in England',
    'That joining a trust was the cause.',
  ]) {
    expect(evidence.getByText(sight)).toBeVisible()
  }
  expect(evidence.getAllByText('of those that had been inspected')).toHaveLength(2)
  expect(evidence.getByRole('link')).toHaveAttribute('href', 'https://www.gov.uk/statement')
})

test('the section leads to whoever can tell whether claims hold, and to all claims of the site', () => {
  show([words('a', 'Teachers learn')])
  expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Find a school to talk to', '/schools'],
    ['All our claims and their evidence', '/evidence'],
  ])
})

test('before and after are pictures of as many icons', () => {
  const {container} = show([{_ref: 'a', document: {_id: 'a', kind: 'statistic', statement: 'S', statistic}}])
  const pictures = [...container.querySelectorAll('figure svg')]
  expect(pictures.map((picture) => picture.querySelectorAll('circle').length)).toEqual([10, 10])
})

test('a statistic without its evidence is held back from visitors and said in the log', () => {
  const bare = {_ref: 'a', document: {_id: 'a', kind: 'statistic', statement: 'Schools improve'}}
  show([bare, words('b', 'Schools share')])
  expect(screen.queryByText(/Schools improve/)).toBeNull()
  expect(report).toHaveBeenCalledWith(expect.stringContaining('benefit claim a is held back'))
})

test('in preview it is shown with the reason', () => {
  show([{_ref: 'a', document: {_id: 'a', kind: 'statistic', statement: 'Schools improve'}}], {
    ...visitor,
    preview: true,
  })
  expect(screen.getByText(/Schools improve/)).toBeVisible()
  expect(screen.getByText('Visitors do not see this.')).toBeVisible()
})

test('a malformed claim is left out and the rest stands', () => {
  show([{_ref: 'a', document: {_id: 'a', kind: 'words', statement: 7}}, words('b', 'Schools share')])
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(report).toHaveBeenCalledTimes(1)
})
