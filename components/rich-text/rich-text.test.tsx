/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import type {BlockAnswer, LinkAnswer, RichTextAnswer} from '#sanity/lib/content/answers.ts'
import {parseRichText} from '#sanity/lib/content/rich-text.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {RichText} from './index.tsx'

const report = jest.fn()
const visitor: Reading = {preview: false, readOn: '2026-11-23', report}

const block = (key: string, text: string, style = 'normal', link: LinkAnswer | null = null): BlockAnswer => ({
  _type: 'block',
  _key: key,
  style,
  children: [{_type: 'span', _key: 's', text, marks: link === null ? [] : ['l']}],
  markDefs: link === null ? [] : [link],
})

function show(blocks: RichTextAnswer, reading = visitor) {
  return render(<RichText value={parseRichText(blocks, 'text', reading)} headingLevel={3} />)
}

beforeEach(() => report.mockClear())

test('headings follow the level of what surrounds the text and never skip one', () => {
  show([block('a', 'First', 'h2'), block('b', 'Deep', 'h4'), block('c', 'Second', 'h2')])
  expect(screen.getAllByRole('heading').map(({tagName}) => tagName)).toEqual(['H3', 'H4', 'H3'])
})

test('a link leads to the page that staff chose', () => {
  const link: LinkAnswer = {
    _key: 'l',
    _type: 'link',
    linkType: 'internal',
    target: {_target: 'p', _type: 'page', slug: 'joining'},
  }
  show([block('a', 'Joining', 'normal', link)])
  expect(screen.getByRole('link', {name: 'Joining'})).toHaveAttribute('href', '/joining')
})

test.each<[string, LinkAnswer]>([
  ['no address', {_key: 'l', _type: 'link', linkType: 'external'}],
  ['a script for an address', {_key: 'l', _type: 'link', linkType: 'external', href: 'javascript:alert(1)'}],
  ['a page that is not published', {_key: 'l', _type: 'link', linkType: 'internal', target: null}],
])('a paragraph whose link has %s is held back from visitors and marked in preview', (_, link) => {
  const {container, unmount} = show([block('a', 'Read this', 'normal', link), block('b', 'And that')])
  expect(container).toHaveTextContent(/^And that$/)
  unmount()
  show([block('a', 'Read this', 'normal', link)], {...visitor, preview: true})
  expect(screen.getByText('Visitors do not see this.')).toBeVisible()
  expect(screen.queryByRole('link')).toBeNull()
})

test('a block of an unknown kind is left out and said in the log', () => {
  // @ts-expect-error No such block is in the schema.
  show([{_type: 'mystery', _key: 'x'}, block('b', 'And that')])
  expect(screen.getByText('And that')).toBeVisible()
  expect(report).toHaveBeenCalledWith(expect.stringContaining('mystery'))
})
