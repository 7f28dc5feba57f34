/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import type {RichTextAnswer, SectionAnswer} from '#sanity/lib/content/answers.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {ResourceLinkSection} from './index.tsx'
import {parseResourceLinkSection} from './projection.ts'

const frame = {key: 'a', label: 'page, section', heading: null, heldBack: null}
const visitor: Reading = {preview: false, readOn: '2026-11-23', gate: () => null, report: () => {}}
const preview: Reading = {...visitor, preview: true}

const announcement: RichTextAnswer = [
  {_type: 'block', _key: 'b', children: [{_type: 'span', text: 'Explored in this article:', marks: []}]},
]
type Resource = SectionAnswer<'resourceLinkSection'>['resource']
const section = (resource: Resource) => ({announcement, resource})
const article = {_id: 'r', _type: 'resource', title: 'Myths', publisher: 'A publisher'} as const

test('the sentence and its link stand together', () => {
  const parsed = parseResourceLinkSection(
    section({...article, url: 'https://example.org/myths'}),
    frame,
    visitor,
  )
  if (parsed === null) throw new Error('The section was held back.')
  render(<ResourceLinkSection section={parsed} />)
  expect(screen.getByText('Explored in this article:')).toBeVisible()
  expect(screen.getByRole('link', {name: 'Myths'})).toHaveAttribute('href', 'https://example.org/myths')
})

test.each<[string, Resource, string | RegExp]>([
  ['no resource', null, 'No published resource has been chosen for this link yet.'],
  ['a resource without an address', article, 'The resource has no address yet.'],
  ['an address that no browser should follow', {...article, url: 'javascript:alert(1)'}, /https:/],
])('with %s the sentence is held back with the link, and preview says why', (_, resource, reason) => {
  expect(parseResourceLinkSection(section(resource), frame, visitor)).toBeNull()
  const parsed = parseResourceLinkSection(section(resource), frame, preview)
  if (parsed === null) throw new Error('Preview shows what is held back.')
  render(<ResourceLinkSection section={parsed} />)
  expect(screen.getByText('Explored in this article:')).toBeVisible()
  expect(screen.getByText(reason)).toBeVisible()
  expect(screen.queryByRole('link')).toBeNull()
})
