import {firstWords, withWords} from './first-words.ts'

const block = (...texts: string[]) => ({
  _type: 'block',
  children: texts.map((text) => ({_type: 'span', text})),
})

it('joins the spans of the first paragraph that has words', () => {
  expect(firstWords([block('  '), block('We are ', 'really', ' proud'), block('Next')])).toBe(
    'We are really proud',
  )
})

it.each([undefined, null, 'text', [], [block()], [{_type: 'block'}], [null, {children: [null, {text: 7}]}]])(
  'finds no words in %j',
  (blocks) => {
    expect(firstWords(blocks)).toBeUndefined()
  },
)

it('asks for words where only an empty paragraph is left', () => {
  const rule = withWords('Write the text.')
  expect(rule([block('')])).toBe('Write the text.')
  expect(rule(undefined)).toBe('Write the text.')
  expect(rule([block(''), block('Here.')])).toBe(true)
})
