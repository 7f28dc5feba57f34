import type {SanityClient} from '@sanity/client'
import fc from 'fast-check'
import {planImport} from '#lib/register/plan.ts'
import {RegisterProblem} from '#lib/register/problem.ts'
import {factIn} from '#lib/register/school-document.ts'
import {everyChangeOf, type Ticked, tickedAtFirst} from '#lib/register/ticked.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {fetchImports} from '#sanity/register/import-records.ts'
import {type RegisterLake, registerLake} from '#sanity/register/lake.ts'
import {type PreparedImport, prepareImport, readFiles} from '#sanity/register/prepare-import.ts'
import {undoImport} from '#sanity/register/undo-import.ts'
import {writeImport} from '#sanity/register/write-import.ts'
import {startTestLake, type TestLake} from './lake/support.ts'
import {type RowOfRegister, registerCsv, registerFile} from './support/register-files.ts'

let server: TestLake
let client: SanityClient
let lake: RegisterLake

beforeAll(async () => {
  server = await startTestLake()
  client = server.client({perspective: 'raw', maxRetries: 0})
  lake = registerLake(client)
})

afterAll(() => server.close())

beforeEach(() => client.delete({query: '*[true]'}))

const elm: RowOfRegister = {
  URN: '900101',
  EstablishmentName: 'Elm School',
  Town: 'Elmbridge',
  TelephoneNum: '01632960150',
}
const oak: RowOfRegister = {
  URN: '900102',
  EstablishmentName: 'OAK SCHOOL',
  Town: 'OAKLEY',
  TelephoneNum: '01632960160',
}

async function prepare(rows: RowOfRegister[], name?: string): Promise<PreparedImport> {
  const register = registerFile(registerCsv(rows), {...(name ? {name} : {})})
  const reading = await readFiles(lake, {register, companions: []}, '7001')
  const trust = reading.register.trusts.find(({uid}) => uid === '7001')
  if (!trust) throw new Error('The file has no row of the Trust.')
  return prepareImport(lake, reading, trust)
}

function write(
  prepared: PreparedImport,
  ticked: Ticked = tickedAtFirst(prepared.comparison),
  through = lake,
) {
  const {comparison, takenOn, trust, fileName, latest} = prepared
  const plan = planImport(comparison, ticked, takenOn)
  return writeImport({lake: through, plan, trust, fileName, takenOn, by: 'Wren Ashlock', latest})
}

const undo = (id: string, leaveChanged = false) =>
  undoImport({lake, id, by: 'Wren Ashlock', at: '2026-11-28T10:00:00Z', leaveChanged})

const kindsOf = ({comparison}: PreparedImport) => comparison.entries.map(({kind, urn}) => `${kind} ${urn}`)

/** Every school as it is stored, but for revision and time, and with its fields in one order. */
async function schools() {
  const found = await client.fetch<{[field: string]: unknown}[]>('*[_type == "school"] | order(_id)')
  return JSON.stringify(
    found.map(({_rev, _updatedAt, _createdAt, ...rest}) =>
      Object.fromEntries(Object.entries(rest).sort(([one], [other]) => one.localeCompare(other))),
    ),
  )
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof RegisterProblem) return error.message
  throw error ?? new Error('There was no problem.')
}

test('a new school is published with its facts, and a second time there is nothing to do', async () => {
  const id = await write(await prepare([elm, oak]))
  expect(await client.getDocument('school-900102')).toMatchObject({
    name: 'Oak School',
    slug: {current: 'oak-school'},
    urn: '900102',
    status: 'in-trust',
    address: {town: 'Oakley', county: 'Wrendale'},
    telephone: '01632960160',
    registerFactsTakenOn: '2026-11-27',
  })
  expect(JSON.stringify(await client.fetch('*[]'))).not.toMatch(/Nightingale|Perpetua|Outstanding/)
  const again = await prepare([elm, oak])
  expect(kindsOf(again)).toEqual(['unchanged 900101', 'unchanged 900102'])
  const before = await client.fetch('*[]{_id, _rev}')
  expect(await problemOf(write(again))).toBe('There is nothing to import: tick a school first.')
  expect(await client.fetch('*[]{_id, _rev}')).toEqual(before)
  expect(await fetchImports(lake)).toMatchObject([
    {id, by: 'Wren Ashlock', summary: '2 new', fileName: 'edubasealldata20261127.csv', undone: null},
  ])
})

test('what is kept about imports is nothing that anonymous readers see', async () => {
  await write(await prepare([elm]))
  const seen = await server.anonymous().fetch<string[]>('*[]._type')
  expect(seen).toEqual(['school'])
})

test('facts that the register changes are written, those that staff edited are not, however often', async () => {
  await write(await prepare([elm]))
  await client.patch('school-900101').set({name: 'Elm School by the River'}).commit()
  const says = {...elm, EstablishmentName: 'Elm Academy', TelephoneNum: '01632960199'}
  for (const day of ['20261128', '20261129', '20261130'])
    await write(await prepare([says], `edubasealldata${day}.csv`))
  expect(await client.getDocument('school-900101')).toMatchObject({
    name: 'Elm School by the River',
    telephone: '01632960199',
    registerFactsTakenOn: '2026-11-30',
  })
})

test('undoing gives back every school as it was, and an import may follow', async () => {
  await client.create({
    _id: 'school-elm',
    _type: 'school',
    name: 'Elm School',
    urn: '900101',
    address: {town: 'Elmbridge', note: 'ours'},
    telephone: '01632 960 150',
    ownWords: [{_key: 'a', _type: 'block'}],
  })
  const before = await schools()
  const id = await write(await prepare([{...elm, Street: 'ELM WAY'}, oak]))
  const after = await schools()
  expect(after).not.toBe(before)
  expect(await undo(id)).toMatchObject({undone: ['Oak School', 'Elm School'], changedSince: []})
  expect(await schools()).toBe(before)
  expect(await fetchImports(lake)).toMatchObject([
    {id, undone: {by: 'Wren Ashlock', at: '2026-11-28T10:00:00Z'}},
  ])
  expect(await problemOf(undo(id))).toBe('This import was undone already, by Wren Ashlock.')
  await write(await prepare([{...elm, Street: 'ELM WAY'}, oak]))
  expect(await schools()).toBe(after)
})

test('what the comparison says is what the lake holds afterwards, and undoing restores it, whatever is ticked', async () => {
  const changes = fc.record({
    TelephoneNum: fc.constantFrom('01632960150', '01632960199', '', '1632960188'),
    Town: fc.constantFrom('Elmbridge', 'OAKLEY', 'Not recorded'),
    StatutoryHighAge: fc.constantFrom('11', '16', ''),
    SchoolWebsite: fc.constantFrom('', 'www.elm.example'),
    EstablishmentName: fc.constantFrom('Elm School', 'ELM ACADEMY'),
  })
  const edits = fc.constantFrom(
    {},
    {telephone: '01632 960177'},
    {name: 'Our name'},
    {address: {town: 'Here'}},
  )
  await fc.assert(
    fc.asyncProperty(
      changes,
      changes,
      edits,
      fc.boolean(),
      fc.infiniteStream(fc.boolean()),
      async (...given) => {
        const [first, second, edit, hasDraft, coins] = given
        await client.delete({query: '*[true]'})
        await write(await prepare([{...elm, ...first}, oak]))
        await client.patch('school-900101').set(edit).commit()
        if (hasDraft) {
          const published = await client.getDocument('school-900101')
          await client.create({
            ...published,
            _id: 'drafts.school-900101',
            _type: 'school',
            religiousCharacter: 'Draft',
          })
        }
        const before = await schools()
        const prepared = await prepare(
          [
            {...elm, ...second},
            {...oak, URN: '900103'},
          ],
          'edubasealldata20261128.csv',
        )
        const ticked: Ticked = new Map(
          prepared.comparison.entries.flatMap((entry) => {
            const some = [...everyChangeOf(entry)].filter(() => coins.next().value)
            return coins.next().value ? [[entry.urn, new Set(some)]] : []
          }),
        )
        const {takenOn, comparison} = prepared
        const plan = planImport(comparison, ticked, takenOn)
        if (plan.mutations.length === 0) return
        const id = await write(prepared, ticked)
        for (const {urn, versions} of comparison.entries) {
          for (const {version, changes: differences, kept} of versions) {
            const now = (await client.getDocument(version.id)) ?? {}
            for (const {name, before: was, after} of differences)
              expect(factIn(now, name)).toBe(ticked.get(urn)?.has(name) ? after : was)
            for (const {name, before: was} of kept) expect(factIn(now, name)).toBe(was)
          }
        }
        await undo(id)
        expect(await schools()).toBe(before)
      },
    ),
    {numRuns: 15},
  )
})

test('a school that is edited while staff look is not written over, and neither is any other written', async () => {
  await write(await prepare([elm]))
  const prepared = await prepare([{...elm, TelephoneNum: '01632960199'}, oak])
  await client.patch('school-900101').set({name: 'Edited meanwhile'}).commit()
  const before = await schools()
  expect(await problemOf(write(prepared))).toBe(
    'Elm School was edited by somebody while you were looking. Nothing was written. Compare again to see what is left to do.',
  )
  expect(await schools()).toBe(before)
})

test('of two imports at once one is written as a whole, and the other says so', async () => {
  const both = await Promise.all([prepare([elm]), prepare([elm, oak])])
  const outcomes = await Promise.allSettled(both.map((prepared) => write(prepared)))
  expect(outcomes.map(({status}) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(String(refused?.reason)).toContain('Schools were imported, or an import was undone, since')
  expect(await fetchImports(lake)).toHaveLength(1)
})

test('undoing leaves alone what was edited since, and says which', async () => {
  const id = await write(await prepare([elm, oak]))
  await client.patch('school-900101').set({telephone: '01632 960177'}).commit()
  const before = await schools()
  expect(await problemOf(undo(id))).toMatch(
    /^Elm School was edited since\. Nothing was undone.*You can undo the others/,
  )
  expect(await schools()).toBe(before)
  expect(await undo(id, true)).toMatchObject({undone: ['Oak School'], changedSince: ['Elm School']})
  expect(await client.fetch('*[_type == "school"]._id')).toEqual(['school-900101'])
})

test('an edit at the very moment of undoing is not lost', async () => {
  const id = await write(await prepare([elm, oak]))
  const racing: RegisterLake = {
    ...lake,
    mutate: async (...given) => {
      await client.patch('school-900101').set({name: 'Edited at the last moment'}).commit()
      return lake.mutate(...given)
    },
  }
  const undoing = undoImport({
    lake: racing,
    id,
    by: 'Wren Ashlock',
    at: '2026-11-28T10:00:00Z',
    leaveChanged: false,
  })
  expect(await problemOf(undoing)).toContain('at the same moment. Nothing was undone. Try again.')
  expect(await client.fetch('*[_type == "school"] | order(_id).name')).toEqual([
    'Edited at the last moment',
    'Oak School',
  ])
})

test('a draft that was begun on an imported school is work that undoing would lose', async () => {
  const id = await write(await prepare([elm]))
  await client.create({_id: 'drafts.school-900101', _type: 'school', name: 'Elm, rewritten'})
  expect(await problemOf(undo(id))).toMatch(/^Elm School was edited since/)
  expect(await client.fetch('count(*[_type == "school"])')).toBe(2)
})

test('a school that a page shows by now is not taken away under it', async () => {
  const id = await write(await prepare([elm]))
  await client.create({
    _id: 'page-a',
    _type: 'page',
    title: 'Join us',
    sections: [
      {_key: 's', _type: 'schoolsSection', schools: [{_key: 'r', _type: 'reference', _ref: 'school-900101'}]},
    ],
  })
  expect(await problemOf(undo(id))).toBe(
    'A school that this import brought is used by now, in “Join us”. Take it out there first; nothing was undone.',
  )
})

test('more schools than fit into one request are refused before anything is sent', async () => {
  const many = Array.from({length: 5000}, (_, number) => ({...elm, URN: String(100_000 + number)}))
  expect(await problemOf(write(await prepare(many)))).toContain('too many schools to write at once')
  expect(await client.fetch('count(*[])')).toBe(0)
})

describe('a lake that goes away', () => {
  /** Nobody listens there. */
  const gone = () =>
    registerLake(createLakeClient('http://127.0.0.1:9', {perspective: 'raw', token: 'none', maxRetries: 0}))

  test('before it has got anything: nothing is written, and it is said', async () => {
    const prepared = await prepare([elm])
    const away = {...lake, mutate: gone().mutate}
    expect(await problemOf(write(prepared, undefined, away))).toBe(
      'Content Lake was away for a moment, and nothing was written. Try again.',
    )
    expect(await client.fetch('count(*[])')).toBe(0)
    await write(prepared)
  })

  test('after it has written, before it has answered: the import is found', async () => {
    const away: RegisterLake = {
      ...lake,
      mutate: async (...given) => {
        await lake.mutate(...given)
        await gone().mutate(...given)
      },
    }
    const id = await write(await prepare([elm, oak]), undefined, away)
    expect(await fetchImports(lake)).toMatchObject([{id, summary: '2 new'}])
  })

  test('and stays away: it is said that all of it may have happened, which the list of imports tells later', async () => {
    const prepared = await prepare([elm, oak])
    const away: RegisterLake = {
      fetch: gone().fetch,
      mutate: async (...given) => {
        await lake.mutate(...given)
        await gone().mutate(...given)
      },
    }
    expect(await problemOf(write(prepared, undefined, away))).toMatch(
      /^Content Lake does not answer, .* It was done as a whole or not at all/,
    )
    expect(await fetchImports(lake)).toMatchObject([{summary: '2 new'}])
    // Whoever tries again with what they saw then writes nothing twice.
    expect(await problemOf(write(prepared))).toContain('Schools were imported')
    expect(kindsOf(await prepare([elm, oak]))).toEqual(['unchanged 900101', 'unchanged 900102'])
  })
})
