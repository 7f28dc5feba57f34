import {matchesText, parseTextQuery, wordsOf} from './text-search.ts'

const words = wordsOf({_type: 'school', name: 'St Édda’s Primary', place: {town: 'Hallowby'}})

it.each(['*', 'primary', 'PRIM*', 'edda', 'édda', 'hallowby primary', '"st edda"', 'primary -secondary'])(
  'finds the school by %s',
  (query) => {
    expect(matchesText(words, parseTextQuery(query))).toBe(true)
  },
)

it.each(['', '?', 'prim', 'school', '"edda st"', 'primary -hallowby', 'primary thornmere', 'x*'])(
  'does not find it by “%s”',
  (query) => {
    expect(matchesText(words, parseTextQuery(query))).toBe(false)
  },
)

it('lists a document without a single word, as a list does before anybody has typed', () => {
  expect(matchesText(wordsOf({_type: 'page'}), parseTextQuery('*'))).toBe(true)
})
