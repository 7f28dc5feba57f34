import {countLetter, countTry, isOverLimit} from './limits.ts'

const [stranger, head] = ['203.0.113.7', '198.51.100.9']

it.each(['code', 'new-link', 'answer'] as const)(
  'whoever is over the limit of a network uses up nothing of anybody else’s: %s',
  (limited) => {
    for (let time = 0; time < 2_500; time += 1) countTry(limited, stranger)
    expect(isOverLimit(limited, stranger)).toBe(true)
    expect(isOverLimit(limited, head)).toBe(false)
  },
)

it('letters are limited from everywhere together', () => {
  for (let time = 0; time < 300; time += 1) countLetter('new-link')
  expect(isOverLimit('new-link', head)).toBe(true)
})
