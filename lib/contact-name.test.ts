import {contactInSentence} from './contact-name.ts'

test.each([
  ['The school office', 'the school office'],
  ['Our front desk', 'the front desk'],
  ['our front desk', 'the front desk'],
  ['Ada Penrose, Headteacher', 'Ada Penrose, Headteacher'],
  ['Theo Ash', 'Theo Ash'],
  ['Ourania Vale', 'Ourania Vale'],
  ['Y swyddfa', 'Y swyddfa'],
])('“%s” is “%s” within a sentence', (name, words) => {
  expect(contactInSentence(name)).toBe(words)
})
