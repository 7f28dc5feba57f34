/** @jest-environment jsdom */
import {render, screen, within} from '@testing-library/react'
import {claimColumns} from '#lib/claims-as-data.ts'
import {parseClaimInUse} from '#sanity/lib/content/claim-in-use.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {EvidenceList} from './index.tsx'

const report = jest.fn()
const visitor: Reading = {preview: false, readOn: '2026-11-23', gate: () => null, report}

const page = (id: string, title: string, slug: string, home = false) => ({
  _id: id,
  title,
  target: {_target: id, _type: 'page', slug, home},
})
const inWords = {_id: 'a', kind: 'words', statement: 'Teachers learn together'}
const withNumber = {
  _id: 'b',
  kind: 'statistic',
  statement: 'Schools improve',
  statistic: {
    before: {count: 1, outOf: 10},
    after: {count: 7, outOf: 10, qualifier: 'almost'},
    population: 'sponsored academies',
    asAt: 'end of 2017',
    source: {publisher: 'A publisher', title: 'A title', url: 'https://example.org/'},
  },
}

function show(claims: object[], reading = visitor) {
  const parsed = claims.flatMap((claim) => parseClaimInUse({usedOn: [], ...claim}, reading) ?? [])
  return render(<EvidenceList claims={parsed} />)
}

const claimWith = (words: string) => screen.getByText(words).closest('li') ?? document.body

test('each claim names the pages that make it', () => {
  const usedOn = [
    page('1', 'About us', 'about-us'),
    page('2', 'Due diligence', 'joining/due'),
    page('3', 'Home', 'home', true),
  ]
  show([{...inWords, usedOn}])
  const pages = within(claimWith('Teachers learn together')).getByRole('definition')
  expect(pages).toHaveTextContent(/^About us, Due diligence and Home$/)
  const links = within(claimWith('Teachers learn together')).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/about-us', '/joining/due', '/'])
})

test('a claim that no page makes says so', () => {
  show([inWords])
  expect(claimWith('Teachers learn together')).toHaveTextContent('On none of our pages at present.')
})

test('numbers stand apart from words, with their evidence', () => {
  show([withNumber, inWords])
  const headings = screen.getAllByRole('heading', {level: 2}).map(({textContent}) => textContent)
  expect(headings).toEqual(['Claims with a number', 'Claims in words', 'All of it as data'])
  expect(
    within(claimWith('Schools improve')).getByRole('figure', {name: 'The evidence for this'}),
  ).toHaveTextContent('end of 2017')
  expect(within(claimWith('Teachers learn together')).queryByRole('figure')).toBeNull()
})

test('a number without its evidence is shown in a preview alone, among the numbers', () => {
  const bare = {...withNumber, statistic: {}}
  show([bare])
  expect(screen.queryByText('Schools improve')).toBeNull()
  expect(screen.getByText('We make no claims at present.')).toBeVisible()
  show([bare], {...visitor, preview: true})
  expect(claimWith('Schools improve')).toHaveTextContent('Visitors do not see this.')
  expect(screen.getByRole('heading', {name: 'Claims with a number'})).toBeVisible()
})

test('a number that is called words is no claim without a source either', () => {
  const disguised = {...inWords, statement: 'Nine in ten teachers stay'}
  show([disguised])
  expect(screen.queryByText('Nine in ten teachers stay')).toBeNull()
  show([disguised], {...visitor, preview: true})
  expect(claimWith('Nine in ten teachers stay')).toHaveTextContent('“Nine in ten” makes this a statistic')
  expect(screen.getByRole('heading', {name: 'Claims with a number'})).toBeVisible()
  expect(screen.queryByRole('heading', {name: 'Claims in words'})).toBeNull()
})

test('every name of the data is explained', () => {
  show([])
  const names = screen.getAllByRole('term').map(({textContent}) => textContent)
  expect(names).toEqual(claimColumns.map(({name}) => name))
})
