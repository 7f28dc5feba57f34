/** @jest-environment jsdom */
import {render, screen, within} from '@testing-library/react'
import type {SchoolAnswer} from '#sanity/lib/content/answers.ts'
import {parseSchool} from '#sanity/lib/content/school.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {School} from './index.tsx'

const visitor: Reading = {preview: false, readOn: '2026-11-23', gate: () => null, report: () => {}}
const trust = {trustName: 'A Trust', postalAddress: null, telephone: null, email: 'office@trust.example'}
const bare = {_id: 'school-a', name: 'Larkrigg School', slug: 'larkrigg'}

const show = (school: SchoolAnswer) =>
  render(<School school={parseSchool({...bare, ...school}, visitor)} trust={trust} />)

test('blank fields leave no empty label', () => {
  const {container} = show({})
  expect(container.querySelectorAll('dt')).toHaveLength(0)
  expect(screen.queryByRole('heading', {name: 'About this school'})).toBeNull()
  expect(screen.queryByText(/Get Information about Schools/)).toBeNull()
})

test('facts say where they were taken from and when', () => {
  show({urn: '123456', phase: 'special', ages: {from: 5, to: 19}, registerFactsTakenOn: '2026-09-01'})
  expect(screen.getByText('5 to 19')).toBeVisible()
  expect(screen.getByText('From Get Information about Schools, 1 September 2026.')).toBeVisible()
  expect(screen.getByRole('link', {name: /Ofsted/})).toHaveAttribute(
    'href',
    'https://reports.ofsted.gov.uk/search?q=123456',
  )
  expect(screen.getByText(/We show no grade/)).toBeVisible()
})

test('the number of an example school leads to no report', () => {
  show({urn: '900002', registerFactsTakenOn: '2026-09-01'})
  expect(screen.queryByRole('link', {name: /Ofsted/})).toBeNull()
  expect(screen.getByText(/its number is in no register/)).toBeVisible()
  expect(screen.queryByText(/^From Get Information about Schools/)).toBeNull()
  expect(screen.getByText(/would be from Get Information about Schools, 1 September 2026/)).toBeVisible()
})

test('the three nearest schools are named with how far away they are', () => {
  const at = (name: string, lat: number, more = {}) => ({name, slug: name, location: {lat, lng: -2}, ...more})
  show({
    location: {lat: 54, lng: -2},
    neighbours: [
      at('far', 57),
      at('nearer', 54.1, {phase: 'primary', town: 'Hallowby'}),
      at('nearest', 54),
      {name: 'nowhere', slug: 'nowhere'},
      at('near', 53.5, {status: 'joining'}),
      at('out-of-britain', 4),
    ],
  })
  const near = within(
    screen.getByRole('heading', {name: 'Our schools near it'}).parentElement ?? document.body,
  )
  expect(near.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/schools/nearest',
    '/schools/nearer',
    '/schools/near',
  ])
  expect(near.getByText('Primary, Hallowby, 6.9 miles away')).toBeVisible()
  expect(near.getByText('35 miles away, joining our Trust')).toBeVisible()
})

test('a school whose place is not known has no neighbours', () => {
  show({neighbours: [{name: 'near', slug: 'near', location: {lat: 54, lng: -2}}]})
  expect(screen.queryByRole('heading', {name: 'Our schools near it'})).toBeNull()
})

test.each([
  [{kind: 'telephone', telephone: '01632 960 123'}, 'tel:01632960123'],
  [{kind: 'website', url: 'https://larkrigg.example/ask'}, 'https://larkrigg.example/ask'],
  [{kind: 'email', hasEmail: true}, '/schools/larkrigg/talk'],
])('the school is reached the way that it chose: %o', (contactRoute, address) => {
  show({happyToBeAsked: true, contactRoute: {...contactRoute, name: 'Our front desk'}})
  const contact = within(screen.getByRole('region', {name: 'Talk to this school'}))
  expect(contact.getByRole('link')).toHaveAttribute('href', address)
  expect(contact.getByText(/the front desk/)).toBeVisible()
  expect(screen.getByText(/happy to talk/)).toBeVisible()
})

test('the address of a school is shown where the school wants it', () => {
  show({contactRoute: {kind: 'email', hasEmail: true, email: 'office@larkrigg.example'}})
  expect(screen.getByRole('link', {name: /larkrigg\.example/})).toHaveAttribute(
    'href',
    'mailto:office@larkrigg.example',
  )
  expect(screen.getByRole('link', {name: /Write to/})).toBeVisible()
})

test('without a route the page says plainly how else to reach it', () => {
  show({happyToBeAsked: true, contactRoute: {kind: 'email', hasEmail: false}})
  expect(screen.getByRole('link', {name: 'office@trust.example'})).toHaveAttribute(
    'href',
    'mailto:office@trust.example',
  )
  expect(screen.queryByText(/happy to talk/)).toBeNull()
})

test('a former school is said to be one, and nobody is invited to ask it about the Trust', () => {
  show({status: 'left', happyToBeAsked: true, contactRoute: {kind: 'email', hasEmail: true}})
  expect(screen.getByText('This school is no longer part of our Trust.')).toBeVisible()
  expect(screen.queryByRole('heading', {name: 'Talk to this school'})).toBeNull()
  expect(screen.queryByRole('link', {name: /Write to/})).toBeNull()
  expect(screen.queryByText(/happy to talk/)).toBeNull()
})

test.each([
  [null, 'This school is joining our Trust.'],
  ['2027-09-01', 'This school is joining our Trust on 1 September 2027.'],
])('a school that is joining says so above everything else, and when: %s', (joinedOn, words) => {
  show({status: 'joining', joinedOn})
  expect(screen.getByText(words)).toBeVisible()
})
