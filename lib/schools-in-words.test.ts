import {foundInWords, schoolsInWords} from './schools-in-words.ts'

test.each([
  [{members: 0, joining: 0, left: 0}, 'No school is in our Trust yet.'],
  [{members: 1, joining: 0, left: 0}, 'There is one school in our Trust. Choose it to'],
  [
    {members: 9, joining: 1, left: 1},
    'There are 9 schools in our Trust. One more is joining, and one has left. Choose one',
  ],
  [{members: 2, joining: 3, left: 0}, 'There are 2 schools in our Trust. 3 more are joining. Choose one'],
  [{members: 2, joining: 0, left: 4}, 'There are 2 schools in our Trust. 4 have left. Choose one'],
])('%j in words', (counts, words) => {
  expect(schoolsInWords(counts)).toContain(words)
})

test('no school to choose is none to be chosen', () => {
  expect(schoolsInWords({members: 0, joining: 0, left: 0})).not.toContain('Choose')
})

test.each([
  [0, 'No school found'],
  [1, '1 school found'],
  [3, '3 schools found'],
])('%d found in words', (count, words) => {
  expect(foundInWords(count)).toBe(words)
})
