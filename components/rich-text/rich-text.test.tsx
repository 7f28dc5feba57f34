/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import type {BlockAnswer, LinkAnswer, RichTextAnswer} from '#sanity/lib/content/answers.ts'
import {parseRichText} from '#sanity/lib/content/rich-text.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {RichText} from './index.tsx'

const report = jest.fn()
const visitor: Reading = {preview: false, readOn: '2026-11-23', gate: () => null, report}

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

/** Some words of a paragraph, with a link on them or without. */
type Words = string | {linked: string; to?: string}

const paragraph = (words: Words[]): BlockAnswer => ({
  _type: 'block',
  _key: 'p',
  style: 'normal',
  children: words.map((part, position) =>
    typeof part === 'string'
      ? {_type: 'span', _key: `s${position}`, text: part, marks: position === 0 ? ['strong'] : []}
      : {_type: 'span', _key: `s${position}`, text: part.linked, marks: [`l${position}`, 'em']},
  ),
  markDefs: words.flatMap((part, position) =>
    typeof part === 'string'
      ? []
      : [
          {
            _key: `l${position}`,
            _type: 'link' as const,
            linkType: 'external' as const,
            href: part.to ?? null,
          },
        ],
  ),
})

test.each<[string, Words[], string]>([
  ['the last', ['We run schools. Read more in ', {linked: 'this article'}, '.'], 'We run schools.'],
  [
    'the first',
    ['Read ', {linked: 'this'}, ' first. Then come, e.g. On Monday.'],
    'Then come, e.g. On Monday.',
  ],
  [
    'one in the middle',
    ['We are St. Edda’s. Read ', {linked: 'this'}, '. Come.'],
    'We are St. Edda’s. Come.',
  ],
  ['one that announces it', ['Come. Many are explored here: ', {linked: 'Myths'}], 'Come.'],
  ['two of them', [{linked: 'One'}, ' here. Two. See ', {linked: 'three'}, '!'], 'Two.'],
])('of a paragraph only the sentence whose link leads nowhere is held back: %s', (_which, words, seen) => {
  const written = paragraph(words)
  const whole = words.map((part) => (typeof part === 'string' ? part : part.linked)).join('')
  const {container, unmount} = show([written])
  expect(container.textContent).toBe(seen)
  expect(report).toHaveBeenCalledWith(
    'a sentence of text, item 1, is held back: The link has no address yet.',
  )
  unmount()
  const {container: previewed} = show([written], {...visitor, preview: true})
  expect(
    previewed.textContent?.replaceAll('Visitors do not see this. The link has no address yet. ', ''),
  ).toBe(whole)
  expect(screen.getAllByText('Visitors do not see this.')[0]).toBeVisible()
  expect(screen.queryByRole('link')).toBeNull()
})

test('a link that leads somewhere stays in the sentence beside, with its emphasis', () => {
  show([
    paragraph(['Read ', {linked: 'this', to: 'https://a.example/'}, ' now. And ', {linked: 'that'}, '.']),
  ])
  const link = screen.getByRole('link', {name: 'this'})
  expect(link).toHaveAttribute('href', 'https://a.example/')
  expect(link.closest('p')?.textContent).toBe('Read this now.')
  expect(screen.getByText('this').closest('em')).not.toBeNull()
})

test('a block of an unknown kind is left out and said in the log', () => {
  // As an import could leave it: nothing that the schema allows.
  show([JSON.parse('{"_type": "mystery", "_key": "x"}'), block('b', 'And that')])
  expect(screen.getByText('And that')).toBeVisible()
  expect(report).toHaveBeenCalledWith(expect.stringContaining('mystery'))
})
