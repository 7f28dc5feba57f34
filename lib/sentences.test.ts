import fc from 'fast-check'
import {sentencesOf, sentencesWith} from './sentences.ts'

const split = (text: string) => sentencesOf(text).map(({start, end}) => text.slice(start, end).trim())

test.each([
  ['We run schools. We like it.', ['We run schools.', 'We like it.']],
  ['Is it for us? Yes! Come…  And see.', ['Is it for us?', 'Yes!', 'Come…', 'And see.']],
  ['Many are explored in this article: Myths.', ['Many are explored in this article: Myths.']],
  ['Some subjects, e.g. Latin. Others too.', ['Some subjects, e.g. Latin.', 'Others too.']],
  ['That is, i.e. a trust. So be it.', ['That is, i.e. a trust.', 'So be it.']],
  ['We are St. Edda’s. Ask Dr. Ash or Mrs. Elm.', ['We are St. Edda’s.', 'Ask Dr. Ash or Mrs. Elm.']],
  ['Ask A. B. Ash. She knows.', ['Ask A. B. Ash.', 'She knows.']],
  ['Company no. 12345. Registered here.', ['Company no. 12345.', 'Registered here.']],
  ['“It helped us.” That is what one said.', ['“It helped us.”', 'That is what one said.']],
  [
    '“Is it?” she asked. “It is.” (Or so we hear.) Well.',
    ['“Is it?” she asked.', '“It is.”', '(Or so we hear.)', 'Well.'],
  ],
  ['It costs 4.5 per cent. No more.', ['It costs 4.5 per cent.', 'No more.']],
  ['See www.school.example. It is there.', ['See www.school.example.', 'It is there.']],
  ['Books, pens, etc. are free. Coats too.', ['Books, pens, etc. are free.', 'Coats too.']],
  ['هل هي لنا؟ نعم. تعالوا', ['هل هي لنا؟', 'نعم.', 'تعالوا']],
  ['Words without an end', ['Words without an end']],
  ['', ['']],
])('%j has its sentences', (text, sentences) => {
  expect(split(text)).toEqual(sentences)
})

test('what click-to-edit hides between two sentences hides no end', () => {
  expect(sentencesOf('One.\u200b\u200c Two.')).toHaveLength(2)
})

test('the sentences are the whole text, in its order', () => {
  const text = fc.string({unit: fc.constantFrom('a', 'B', '.', '?', ' ', '”', '“', '\n', '1', '\u200b')})
  fc.assert(
    fc.property(text, (written) => {
      const parts = sentencesOf(written).map(({start, end}) => written.slice(start, end))
      expect(parts.join('')).toBe(written)
    }),
  )
})

test('sentences that a part lies in are found', () => {
  const text = 'One here. Two here. Three here. Four.'
  const rangeOf = (words: string) => ({start: text.indexOf(words), end: text.indexOf(words) + words.length})
  const found = (...words: string[]) =>
    sentencesWith(text, words.map(rangeOf)).map(({start, end}) => text.slice(start, end))
  expect(found('Two')).toEqual(['Two here. '])
  expect(found('One', 'Three')).toEqual(['One here. ', 'Three here. '])
  expect(found('here. Two', 'Four')).toEqual(['One here. ', 'Two here. ', 'Four.'])
  expect(found()).toEqual([])
})
