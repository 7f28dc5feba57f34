import {plainTextOf} from './plain-text.ts'

const field = {alone: true, oneLine: false}

test.each([
  ['blanks at the ends of a whole quotation', '‘We\u00a0met.’ \r\n', field, '‘We met.’'],
  ['a blank at the end beside other words', ' and more ', {...field, alone: false}, ' and more '],
  ['lines of a long text', 'one\r\ntwo\n\n\n\nthree', field, 'one\ntwo\n\nthree'],
  ['lines in a field of one line', 'Thornmere\nPrimary\n', {...field, oneLine: true}, 'Thornmere Primary'],
  ['words as they were said', '‘Um – it’s  "great" …‘', field, '‘Um – it’s "great" …‘'],
])('%s', (_what, copied, where, kept) => {
  expect(plainTextOf(copied, where)).toBe(kept)
})
