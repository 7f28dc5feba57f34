import {isMarked, markedText} from './marked-text.ts'

const children = [
  {_type: 'span', text: 'Explored in ', marks: []},
  {_type: 'span', text: 'this ', marks: ['l1']},
  {_type: 'span', text: 'article', marks: ['strong', 'l1']},
  {_type: 'span', text: '.'},
]

test('the words of a link are those that carry its mark, however else they are marked', () => {
  expect(markedText(children, 'l1')).toBe('this article')
  expect(isMarked(children, 'l1')).toBe(true)
})

test('a mark that no words carry is a leftover', () => {
  expect(markedText(children, 'l2')).toBe('')
  expect(isMarked(children, 'l2')).toBe(false)
})

test.each([undefined, null, 'words', [null, 3, {marks: 'l1'}]])('%p has no marked words', (damaged) => {
  expect(isMarked(damaged, 'l1')).toBe(false)
})
