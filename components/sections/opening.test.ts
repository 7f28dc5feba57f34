import {block, brickSchool, frame} from '#components/gallery/content.ts'
import type {Section} from './content.ts'
import {openingOf} from './opening.ts'

const words = (text: string, heading: string | null = null): Section => ({
  ...frame('words', {heading}),
  type: 'richTextSection',
  body: [block(text)],
})
const picture: Section = {...frame('picture'), type: 'pictureSection', picture: brickSchool}
const others = [words('What follows.')]

test('a few words and then a picture open the page with its title', () => {
  expect(openingOf([words('A few words.'), picture, ...others])).toEqual({
    words: words('A few words.'),
    picture,
    others,
  })
})

test.each<[string, Section[]]>([
  ['no section', []],
  ['words alone', [words('A few words.')]],
  ['a picture first', [picture, words('A few words.')]],
  ['words under a heading of their own', [words('A few words.', 'A heading'), picture]],
  ['more words than stand beside a picture', [words('word '.repeat(100)), picture]],
  [
    'a list',
    [
      {
        ...frame('words'),
        type: 'richTextSection',
        body: [block('One thing', {listItem: 'bullet', level: 1})],
      },
      picture,
    ],
  ],
])('%s: every section stands below the title', (_case, sections) => {
  expect(openingOf(sections)).toBeNull()
})
