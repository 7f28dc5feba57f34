import {compare, imported, row, school, stays} from '../../__tests__/support/compared-schools.ts'
import {renameNewSchool} from './compare.ts'
import type {FactName} from './facts.ts'
import {asTickedBefore} from './ticked.ts'

const changed = {...row, TelephoneNum: '01632960199', StatutoryHighAge: '16'}
const added = {...row, URN: '900103', EstablishmentName: 'Ash School', Town: 'Ashby', TelephoneNum: ''}
const another = {...added, URN: '900104', EstablishmentName: 'Birch School', Town: 'Birchby'}

const names = (...some: FactName[]): ReadonlySet<FactName> => new Set(some)

test('a newer list keeps what staff ticked, unticked and named', async () => {
  const schools = [school(imported()), stays.school]
  const first = renameNewSchool(await compare([changed, stays.row, added, another], schools), '900103', 'Ash')
  const ticked = new Map([
    ['900101', names('telephone')],
    ['900103', names()],
  ])
  // Meanwhile somebody has added the other new school by hand.
  const later = [
    ...schools,
    school(imported({urn: '900104', name: 'Our Birch', town: 'Birchby'}), 'school-c'),
  ]
  const kept = asTickedBefore(await compare([changed, stays.row, added, another], later), {
    comparison: first,
    ticked,
  })
  expect(kept.ticked).toEqual(ticked)
  expect(kept.comparison.entries.find(({urn}) => urn === '900103')).toMatchObject({
    name: 'Ash',
    creation: {slug: 'ash'},
  })
})

test('what staff have not seen is ticked as at first', async () => {
  const before = {comparison: await compare([stays.row], [stays.school]), ticked: new Map()}
  const {ticked} = asTickedBefore(
    await compare([changed, stays.row], [school(imported()), stays.school]),
    before,
  )
  expect([...ticked]).toEqual([['900101', names('ages', 'telephone')]])
})

test('a change that is new to staff comes ticked with a school that they ticked', async () => {
  const schools = [school(imported()), stays.school]
  const first = await compare([{...row, TelephoneNum: '01632960199'}, stays.row], schools)
  const {ticked} = asTickedBefore(await compare([changed, stays.row], schools), {
    comparison: first,
    ticked: new Map([['900101', names('telephone')]]),
  })
  expect([...ticked]).toEqual([['900101', names('ages', 'telephone')]])
})
