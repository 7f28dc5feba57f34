import {arrangeDirectory, groupByPhase, type Listed} from './school-directory.ts'

const school = (name: string, more: Partial<Listed> = {}): Listed => ({
  name,
  phase: 'primary',
  status: 'in-trust',
  town: null,
  ...more,
})

const namesOf = (schools: Listed[]) =>
  arrangeDirectory(schools).map(({title, schools: members}) => [title, members.map(({name}) => name)])

test('schools in the Trust come by phase, then those that join, then those that left', () => {
  expect(
    namesOf([
      school('Left', {status: 'left'}),
      school('No phase', {phase: null}),
      school('High', {phase: 'secondary'}),
      school('Joining', {status: 'joining', phase: 'secondary'}),
      school('First'),
    ]),
  ).toEqual([
    ['Primary', ['First']],
    ['Secondary', ['High']],
    ['Other schools', ['No phase']],
    ['Joining the Trust', ['Joining']],
    ['Formerly in the Trust', ['Left']],
  ])
})

test('in a phase they come by place, then by name, and those without a place last', () => {
  expect(
    namesOf([
      school('A nowhere'),
      school('Ysgol y Dŵr', {town: 'Ash'}),
      school('Élan', {town: 'Ash'}),
      school('Beech', {town: 'Thornley'}),
      school('East', {town: 'Ash'}),
    ]),
  ).toEqual([['Primary', ['East', 'Élan', 'Ysgol y Dŵr', 'Beech', 'A nowhere']]])
})

test('no school is lost or listed twice', () => {
  const schools = ['nursery', 'special', '16-plus', null].flatMap((phase) =>
    (['in-trust', 'joining', 'left'] as const).map((status) => school(`${phase} ${status}`, {phase, status})),
  )
  const listed = arrangeDirectory(schools).flatMap(({schools: members}) => members)
  expect(listed).toHaveLength(schools.length)
  expect(new Set(listed)).toEqual(new Set(schools))
})

test('no school has no group', () => {
  expect(arrangeDirectory([])).toEqual([])
  expect(groupByPhase([])).toEqual([])
})
