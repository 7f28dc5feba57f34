import {countedWithNames} from './row-words.ts'

const schools = {one: 'school', many: 'schools'}

const item = {_ref: 'school'}

test.each([
  [undefined, [], 'No schools yet'],
  [{0: undefined, 1: {}}, [undefined], 'No schools yet'],
  [{0: item, 1: undefined, 2: {}}, ['Ashdown', undefined], '1 school: Ashdown'],
  [[item, item], ['Ashdown', 'Birch'], '2 schools: Ashdown, Birch'],
  [[item, item, item], ['Ashdown', 'Birch'], '3 schools: Ashdown, Birch …'],
  [[item, item], ['Ashdown', 'Ashdown'], '2 schools: Ashdown …'],
  [[item, item], [undefined, undefined], '2 schools'],
])('of %j, the first called %j, the row says “%s”', (list, names, row) => {
  expect(countedWithNames(list, schools, names)).toBe(row)
})
