import {
  compare,
  first,
  imported,
  row,
  school,
  stays,
  takenOn,
  without,
} from '../../__tests__/support/compared-schools.ts'
import type {RowOfRegister} from '../../__tests__/support/register-files.ts'
import {renameNewSchool} from './compare.ts'
import {factNames} from './facts.ts'
import {planImport} from './plan.ts'
import type {SchoolContent} from './school-document.ts'
import {tickedAll, tickedAtFirst} from './ticked.ts'

test('a school that the site does not have is new, with an address of its own', async () => {
  const {entries} = await compare(
    [row, {...row, URN: '900102', EstablishmentName: 'ELMBRIDGE SCHOOL'}, {...row, URN: '900103', Town: ''}],
    [],
  )
  expect(entries.map(({kind, urn, name, creation}) => [kind, urn, name, creation?.slug])).toEqual([
    ['new', '900101', 'Elmbridge School', 'elmbridge-school'],
    ['new', '900102', 'Elmbridge School', 'elmbridge-school-elmbridge'],
    ['new', '900103', 'Elmbridge School', 'elmbridge-school-900103'],
  ])
  expect(entries[0]?.creation?.document).toMatchObject({
    _id: 'school-900101',
    _type: 'school',
    name: 'Elmbridge School',
    slug: {_type: 'slug', current: 'elmbridge-school'},
    status: 'in-trust',
    ages: {from: 4, to: 11},
    location: {_type: 'geopoint', lat: 54.322804, lng: -2.431987},
    happyToBeAsked: false,
    registerFactsTakenOn: takenOn,
  })
})

test('a new school never gets a head, a contact route or a grade', async () => {
  const {creation} = await first([row], [])
  const fields = Object.keys(creation?.document ?? {})
  for (const field of ['headteacher', 'contactRoute', 'ownWords', 'pictures'])
    expect(fields).not.toContain(field)
  expect(JSON.stringify(creation)).not.toMatch(/Nightingale|Perpetua|Outstanding/)
})

test('a new school gets the name that staff give it, and an address that no other has', async () => {
  const comparison = await compare(
    [row, {...row, URN: '900102', EstablishmentName: 'Oak School'}],
    [school({...imported({urn: '900555'}), slug: {current: 'elm-school'}})],
  )
  const [renamed] = renameNewSchool(comparison, '900101', ' Elm School ').entries
  expect(renamed).toMatchObject({name: 'Elm School', creation: {slug: 'elm-school-elmbridge'}})
  expect(renamed?.creation?.document).toMatchObject({
    name: 'Elm School',
    slug: {current: 'elm-school-elmbridge'},
    registerFacts: expect.arrayContaining([
      expect.objectContaining({_key: 'name', says: 'Elmbridge School'}),
    ]),
  })
  expect(renameNewSchool(comparison, '900101', 'Oak School').entries[0]?.creation?.slug).toBe(
    'oak-school-elmbridge',
  )
  expect(renameNewSchool(comparison, '900101', ' ').entries[0]?.name).toBe('Elmbridge School')
})

test('a school without a phase or a name is a draft until staff choose one', async () => {
  const {creation, reasons} = await first([{...row, 'PhaseOfEducation (name)': 'Not applicable'}], [])
  expect(creation?.document._id).toBe('drafts.school-900101')
  expect(reasons).toEqual([expect.stringContaining('it will be a draft until you choose one')])
  const nameless = await first([{...row, EstablishmentName: ''}], [])
  expect(nameless.creation?.document._id).toBe('drafts.school-900101')
  expect(nameless.name).toBe('900101')
})

test('a school that closed before it was ever on the site is no concern of it', async () => {
  expect((await compare([{...row, 'EstablishmentStatus (name)': 'Closed'}], [])).entries).toEqual([])
})

test('one that is to open is joining', async () => {
  const {creation} = await first([{...row, 'EstablishmentStatus (name)': 'Proposed to open'}], [])
  expect(creation?.document.status).toBe('joining')
})

test('what the register says otherwise than at the last import is a change, field by field', async () => {
  const entry = await first(
    [{...row, TelephoneNum: '01632960199', StatutoryHighAge: '16'}],
    [school(imported())],
  )
  expect(entry).toMatchObject({kind: 'changed', isTicked: true, kept: []})
  expect(entry.changes).toEqual([
    {name: 'ages', before: '4 to 11', after: '4 to 16'},
    {name: 'telephone', before: '01632960150', after: '01632960199'},
  ])
})

test('what the register takes back goes', async () => {
  const {changes} = await first([{...row, TelephoneNum: ''}], [school(imported())])
  expect(changes).toEqual([{name: 'telephone', before: '01632960150', after: null}])
})

test('what was edited since the last import is kept, also when it was emptied, and can never be ticked', async () => {
  const edited = {...without(imported(), 'telephone'), name: 'Elmbridge, the school by the river'}
  const entry = await first([{...row, TelephoneNum: '01632960199'}], [school(edited)])
  expect(entry.changes).toEqual([])
  expect(entry.kept).toEqual([
    {name: 'name', before: 'Elmbridge, the school by the river', after: 'Elmbridge School', mayTake: false},
    {name: 'telephone', before: null, after: '01632960199', mayTake: false},
  ])
})

test('what staff wrote before the first import is kept, until they tick it; what is empty is filled', async () => {
  const byHand = {...without(imported(), 'registerFacts', 'telephone'), website: 'https://elm.example'}
  const school1 = school(byHand)
  const rows = [{...row, SchoolWebsite: 'www.elmbridge.example'}]
  const entry = await first(rows, [school1])
  expect(entry.changes).toEqual([{name: 'telephone', before: null, after: '01632960150'}])
  expect(entry.kept).toEqual([
    {name: 'website', before: 'https://elm.example', after: 'https://www.elmbridge.example', mayTake: true},
  ])
  const comparison = await compare(rows, [school1])
  const untouched = planImport(comparison, tickedAtFirst(comparison), takenOn)
  expect(JSON.stringify(untouched.mutations)).not.toContain('elmbridge.example')
  const taken = planImport(comparison, new Map([['900101', new Set(['website'] as const)]]), takenOn)
  expect(taken.mutations).toMatchObject([{patch: {set: {website: 'https://www.elmbridge.example'}}}])
  expect(JSON.stringify(taken.mutations)).not.toContain('"telephone":')
})

test.each<[string, SchoolContent, RowOfRegister]>([
  ['an apostrophe', {name: 'St Edda’s'}, {EstablishmentName: "ST EDDA'S"}],
  ['spaces in a telephone number', {telephone: '01632 960 150'}, {}],
  ['www and a slash', {website: 'https://www.elm.example/'}, {SchoolWebsite: 'elm.example'}],
  ['some metres', {location: {lat: 54.32281, lng: -2.43198}}, {}],
])('%s makes no difference', async (_name, written, says) => {
  const content = {...without(imported(), 'registerFacts'), ...written}
  const entry = await first([{...row, ...says}], [school(content)])
  expect({changes: entry.changes, kept: entry.kept}).toEqual({changes: [], kept: []})
})

test.each<[string | null, string, 'changed' | 'kept']>([
  ['joining', 'Open', 'changed'],
  ['left', 'Open', 'kept'],
  ['in-trust', 'Proposed to open', 'kept'],
])(
  'a school that staff put as %s and that is “%s” in the Trust is %s',
  async (status, registered, outcome) => {
    const content = {...without(imported(), 'registerFacts'), status}
    const entry = await first([{...row, 'EstablishmentStatus (name)': registered}], [school(content)])
    const differences = outcome === 'changed' ? entry.changes : entry.kept
    expect(differences).toMatchObject([{name: 'status', before: status}])
  },
)

test('a school that is about to join is not one that left, whomever it belongs to yet', async () => {
  const elsewhere = {...row, 'TrustSchoolFlag (name)': 'Not supported by a trust', 'Trusts (code)': ''}
  const entry = await first([elsewhere], [school(imported({status: 'joining'}))])
  expect(entry).toMatchObject({kind: 'unchanged', changes: []})
})

test.each<[string, RowOfRegister, RegExp]>([
  [
    'another trust',
    {'Trusts (code)': '7002', 'Trusts (name)': 'OTHER TRUST'},
    /now belongs to Other Trust \(Group UID 7002\)/,
  ],
  ['no trust', {'TrustSchoolFlag (name)': 'Not supported by a trust'}, /now belongs to no academy trust/],
  ['a foundation trust', {'TrustSchoolFlag (name)': 'Supported by a trust'}, /to no academy trust/],
])('a school of %s by now has left', async (_name, says, reason) => {
  const entry = await first([{...row, ...says}, stays.row], [school(imported()), stays.school])
  expect(entry).toMatchObject({kind: 'left', isTicked: true, reasons: [expect.stringMatching(reason)]})
  expect(entry.changes).toEqual([{name: 'status', before: 'in-trust', after: 'left'}])
})

test('a school that the file does not have is only not in the file, and is ticked by nobody but staff', async () => {
  const other = {...row, URN: '900102', EstablishmentName: 'Other'}
  const schools = [school(imported()), stays.school]
  const whole = await compare([other, stays.row, {...other, URN: '900103', 'Trusts (code)': '7002'}], schools)
  const entry = whole.entries.find(({urn}) => urn === '900101')
  expect(entry).toMatchObject({
    kind: 'absent',
    isTicked: false,
    reasons: [
      expect.stringMatching(/other trusts too.*Tick it only if you know that it has left the Trust\.$/),
    ],
    changes: [{name: 'status', before: 'in-trust', after: 'left'}],
  })
  expect([...tickedAll(whole).keys()]).toEqual(['900102'])
  const extract = await compare([other, stays.row], schools)
  expect(extract.entries.find(({urn}) => urn === '900101')?.reasons).toEqual([
    expect.stringContaining('one trust only'),
  ])
  const byHand = planImport(extract, new Map([['900101', new Set(['status'] as const)]]), takenOn)
  expect(byHand.counts).toEqual({absent: 1})
  expect(byHand.mutations).toMatchObject([{patch: {id: 'school-a', set: {status: 'left'}}}])
  expect(JSON.stringify(byHand)).not.toContain('registerFactsTakenOn')
})

test('a school whose row cannot be used is in the file all the same', async () => {
  const unknown = {...row, 'EstablishmentStatus (name)': 'Asleep'}
  const {entries, notes} = await compare([unknown, stays.row], [school(imported()), stays.school])
  expect(entries.map(({kind, urn}) => [kind, urn])).toContainEqual(['unchanged', '900101'])
  expect(notes).toEqual([expect.stringContaining('the status “Asleep” is not known')])
})

test('a school that left stays left, and is not compared', async () => {
  const entry = await first(
    [{...row, 'Trusts (code)': '7002', TelephoneNum: '01632960199'}],
    [school(imported({status: 'left'}))],
  )
  expect(entry).toMatchObject({kind: 'unchanged', changes: [], kept: []})
})

const closed: RowOfRegister = {...row, 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2026'}
const successor: RowOfRegister = {...row, URN: '900201', TelephoneNum: '01632960199'}

test('a school that converted stays one school, with its new number', async () => {
  const {entries} = await compare([closed, successor], [school(imported())], {
    links: [['900201', '900101', 'Predecessor']],
  })
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({kind: 'converted', urn: '900201', isTicked: true})
  expect(entries[0]?.changes).toEqual([
    {name: 'urn', before: '900101', after: '900201'},
    {name: 'telephone', before: '01632960150', after: '01632960199'},
  ])
})

test('without the links it is closed, and what may be the same school is not ticked', async () => {
  const {entries} = await compare([closed, {...successor, TelephoneNum: '01632960150'}], [school(imported())])
  expect(entries.map(({kind, isTicked, reasons}) => [kind, isTicked, reasons])).toEqual([
    ['new', false, [expect.stringContaining('It may be Elmbridge School (900101)')]],
    [
      'closed',
      true,
      ['By the register it closed on 31 August 2026.', expect.stringContaining('add the file of links')],
    ],
  ])
})

test('of several schools that are no longer there a new one may be the likest', async () => {
  const neighbour = imported({
    urn: '900104',
    name: 'Ash School',
    telephone: '01632960111',
    postcode: 'ZW1 2AB',
  })
  const {entries} = await compare(
    [
      {...closed, Postcode: 'ZW1 2AB'},
      {...successor, TelephoneNum: '01632960150', Postcode: 'ZW1 2AB'},
    ],
    [school(neighbour, 'school-0'), school(imported({postcode: 'ZW1 2AB'}))],
  )
  expect(entries[0]?.reasons).toEqual([expect.stringContaining('It may be Elmbridge School (900101)')])
})

test('two schools that are both open are two schools, whatever the links say', async () => {
  const {entries} = await compare([row, successor], [school(imported())], {
    links: [['900201', '900101', 'Predecessor']],
  })
  expect(entries.map(({kind, urn}) => [kind, urn])).toEqual([
    ['new', '900201'],
    ['unchanged', '900101'],
  ])
})

test('a successor that is not open yet waits', async () => {
  const proposed = {...successor, 'EstablishmentStatus (name)': 'Proposed to open'}
  const {entries} = await compare([row, proposed], [school(imported())], {
    links: [['900101', '900201', 'Successor']],
  })
  expect(entries.map(({kind, urn}) => [kind, urn])).toEqual([['unchanged', '900101']])
})

test('the day on which a school joined comes from the file of groups', async () => {
  const {changes} = await first([row], [school(imported())], {joined: {'900101': '01/09/2015'}})
  expect(changes).toEqual([{name: 'joinedOn', before: null, after: '2015-09-01'}])
})

test('the same facts in a newer file move the date alone', async () => {
  const schools = [school(imported())]
  const comparison = await compare([row], schools, {day: '2026-12-01'})
  expect(comparison.entries).toMatchObject([{kind: 'confirmed', changes: [], isTicked: true}])
  expect(planImport(comparison, tickedAtFirst(comparison), '2026-12-01').mutations).toEqual([
    {patch: {id: 'school-a', ifRevisionID: 'r1', set: {registerFactsTakenOn: '2026-12-01'}}},
  ])
})

test('a file that is older than what the site has is said to be, and nothing is ticked', async () => {
  const {entries, notes} = await compare([{...row, TelephoneNum: '01632960199'}], [school(imported())], {
    day: '2026-11-01',
  })
  expect(entries[0]).toMatchObject({kind: 'changed', isTicked: false})
  expect(notes).toEqual([
    expect.stringContaining('This file is of 1 November 2026, older than the facts of Elmbridge'),
  ])
})

test('a draft gets what it shares with what is published, and keeps what staff wrote in it', async () => {
  const draft = {...imported(), name: 'A name on second thoughts', ownWords: ['A draft']}
  const comparison = await compare(
    [{...row, TelephoneNum: '01632960199', EstablishmentName: 'Elm School'}],
    [school(imported(), 'school-a', draft)],
  )
  const {mutations} = planImport(comparison, tickedAtFirst(comparison), takenOn)
  expect(mutations).toMatchObject([
    {patch: {id: 'school-a', ifRevisionID: 'r1', set: {name: 'Elm School', telephone: '01632960199'}}},
    {patch: {id: 'drafts.school-a', ifRevisionID: 'r2', set: {telephone: '01632960199'}}},
  ])
  expect(JSON.stringify(mutations[1])).not.toContain('"name":')
  expect(comparison.entries[0]?.kept).toMatchObject([{name: 'name', before: 'A name on second thoughts'}])
})

test('a number that staff correct in a draft is theirs', async () => {
  const draft = {...imported(), urn: '900777'}
  const {changes, kept} = await first([row], [school(imported(), 'school-a', draft)])
  expect(changes).toEqual([])
  expect(kept).toEqual([{name: 'urn', before: '900777', after: '900101', mayTake: false}])
})

test('schools without a number, and two of one number, are named and left alone', async () => {
  const {entries, notes} = await compare(
    [row],
    [
      school(imported()),
      school({...imported(), name: 'Twin'}, 'school-b'),
      school({name: 'Nameless'}, 'school-c'),
    ],
  )
  expect(entries).toEqual([])
  expect(notes).toEqual([
    expect.stringMatching(/^Twin has the URN 900101, which another school has too/),
    'Nameless has no URN, so it was not compared.',
  ])
})

test('only what is ticked is written, and no field that is not the register’s', async () => {
  const comparison = await compare(
    [
      {...row, TelephoneNum: '01632960199', StatutoryHighAge: '16'},
      {...row, URN: '900102'},
    ],
    [
      school({
        ...imported(),
        ownWords: ['Ours'],
        address: {town: 'Elmbridge', county: 'Wrendale', note: 'Ours'},
      }),
    ],
  )
  expect(planImport(comparison, new Map(), takenOn)).toEqual({mutations: [], documents: [], counts: {}})
  const {mutations, counts} = planImport(
    comparison,
    new Map([['900101', new Set(['ages'] as const)]]),
    takenOn,
  )
  expect(mutations).toMatchObject([{patch: {set: {ages: {from: 4, to: 16}}}}])
  expect(counts).toEqual({changed: 1})
  const written = mutations.flatMap((mutation) =>
    'patch' in mutation ? Object.keys(mutation.patch.set ?? {}) : [],
  )
  expect(written).toEqual(['ages', 'registerFacts'])
  const allowed = [...factNames, 'address', 'registerFacts', 'registerFactsTakenOn']
  const everything = planImport(comparison, tickedAtFirst(comparison), takenOn)
  for (const mutation of everything.mutations)
    if ('patch' in mutation)
      for (const field of Object.keys(mutation.patch.set ?? {})) expect(allowed).toContain(field)
})

test('a change of one line of the address leaves the others and what staff added', async () => {
  const address = {town: 'Elmbridge', county: 'Wrendale', note: 'Ours'}
  const comparison = await compare([{...row, Street: 'ELM WAY'}], [school({...imported(), address})])
  expect(planImport(comparison, tickedAtFirst(comparison), takenOn).mutations).toMatchObject([
    {patch: {set: {address: {...address, street: 'Elm Way'}}}},
  ])
})
