import {tidyWords} from './tidy-words.ts'

test.each([
  ['two  spaces', 'two spaces'],
  ['after a stop.\u00a0 Next', 'after a stop. Next'],
  ['10\u00a0km, Key Stage\u00a02, 7\u202f%', '10\u00a0km, Key Stage\u00a02, 7\u00a0%'],
  ['no\u00a0number', 'no number'],
  ['7\u00a0\u00a0doubled', '7 doubled'],
  ['zero\u200bwidth\ufeff and soft\u00adhyphen', 'zerowidth and softhyphen'],
  ['stega\u200b\u200c\u200d\u2062\u200c end', 'stega end'],
  ['family 👩\u200d🏫 stays', 'family 👩\u200d🏫 stays'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['a \r\n b\rc', 'a\nb\nc'],
  ['a\n\n \n\nb', 'a\n\nb'],
  ['cafe\u0301', 'café'],
  ['‘Quoted’ – with “marks” …', '‘Quoted’ – with “marks” …'],
  [' into the middle ', ' into the middle '],
])('%j becomes %j', (copied, tidied) => {
  expect(tidyWords(copied)).toBe(tidied)
  expect(tidyWords(tidied)).toBe(tidied)
})
