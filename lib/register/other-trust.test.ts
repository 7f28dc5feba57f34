import {compare, imported, row, school, stays, without} from '../../__tests__/support/compared-schools.ts'
import type {RowOfRegister} from '../../__tests__/support/register-files.ts'
import type {SchoolContent} from './school-document.ts'
import {tickedAll} from './ticked.ts'

const elsewhere = {'Trusts (code)': '7002', 'Trusts (name)': 'OTHER TRUST'}
const stranger: RowOfRegister = {
  ...row,
  URN: '900301',
  EstablishmentName: 'Far School',
  Town: 'Far',
  TelephoneNum: '',
}

test('of a trust that has none of the site’s schools nothing is ticked, and it is said whose they are', async () => {
  const {otherTrust, entries, ...rest} = await compare(
    [{...row, ...elsewhere}, {...stays.row, ...elsewhere}, stranger],
    [school(imported()), stays.school],
  )
  expect(otherTrust).toBe(
    'None of the 2 schools in the Trust on this site belongs to Valley Schools Trust (Group UID 7001) by this file. They belong to Other Trust (Group UID 7002). Choose another trust, unless you are sure that this one is yours.',
  )
  expect(entries.map(({kind, isTicked}) => [kind, isTicked])).toEqual([
    ['new', false],
    ['left', false],
    ['left', false],
  ])
  expect([...tickedAll({otherTrust, entries, ...rest}).keys()]).toEqual(['900301'])
})

test.each<[string, RowOfRegister[], SchoolContent[], RegExp | null]>([
  [
    'an extract of another trust',
    [stranger],
    [imported()],
    /^The one school .* does not belong to .* by this file\. Choose/,
  ],
  ['one school of two', [row, stranger], [imported(), stays.content], null],
  ['one that is only about to join', [stranger], [imported({status: 'joining'})], null],
  ['a joining one that it has by now', [row, stranger], [imported({status: 'joining'}), stays.content], null],
  ['one that left', [stranger], [imported({status: 'left'})], null],
  ['no school with a number', [stranger], [without(imported(), 'urn')], null],
  ['no school at all', [stranger], [], null],
])('another trust is told by %s on the site', async (_name, rows, contents, says) => {
  const schools = contents.map((content, at) => school(content, `school-${at}`))
  const {otherTrust} = await compare(rows, schools)
  expect(otherTrust).toEqual(says === null ? null : expect.stringMatching(says))
})

test('the trusts that have them are named with how many each has, the largest first', async () => {
  const third = {...row, URN: '900103', ...elsewhere}
  const {otherTrust} = await compare(
    [
      {...row, 'Trusts (code)': '7003', 'Trusts (name)': 'THIRD TRUST'},
      {...stays.row, ...elsewhere},
      third,
      stranger,
    ],
    [school(imported()), stays.school, school(imported({urn: '900103'}), 'school-c')],
  )
  expect(otherTrust).toContain(
    'by this file. 2 of them belong to Other Trust (Group UID 7002). 1 of them belongs to Third Trust (Group UID 7003). Choose',
  )
})
