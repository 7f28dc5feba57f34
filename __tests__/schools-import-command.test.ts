import {execFile} from 'node:child_process'
import {createWriteStream, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {startTestLake, type TestLake} from './lake/support.ts'
import {csv, registerColumns, registerCsv, registerRow} from './support/register-files.ts'

// Each test starts processes, which takes long on a busy machine.
jest.setTimeout(120_000)

const root = path.resolve(__dirname, '..')
let lake: TestLake
let folder: string

beforeAll(async () => {
  lake = await startTestLake()
  folder = mkdtempSync(path.join(tmpdir(), 'schools-import-'))
})

afterAll(async () => {
  rmSync(folder, {recursive: true})
  await lake.close()
})

beforeEach(() => lake.client().delete({query: '*[true]'}))

type Run = {code: number; output: string; errors: string}

function node(args: string[], env: {[name: string]: string} = {}): Promise<Run> {
  const variables = {PATH: process.env.PATH, NODE_ENV: 'test' as const, SANITY_PROJECT_ID: '', ...env}
  return new Promise((resolve) => {
    execFile(process.execPath, args, {cwd: folder, env: variables}, (error, output, errors) => {
      resolve({code: error ? Number(error.code) : 0, output, errors})
    })
  })
}

/** Runs the command as npm does, against the lake of this test. */
const run = (...args: string[]) =>
  node([path.join(root, 'scripts/schools-import.ts'), ...args], {
    LAKE_URL: lake.url,
    DATA_FOLDER: lake.dataFolder,
  })

function write(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content)
  return name
}

const elm = {URN: '900101', EstablishmentName: 'ELM SCHOOL', TelephoneNum: '1632960150'}
const oak = {URN: '900102', EstablishmentName: 'OAK SCHOOL'}
const register = () =>
  write(
    'edubasealldata20261127.csv',
    registerCsv([
      elm,
      oak,
      {...oak, URN: '900103', 'Trusts (code)': '7002', 'Trusts (name)': 'VALLEY PARTNERSHIP'},
    ]),
  )

const stored = () =>
  lake.client({perspective: 'raw'}).fetch<string[]>('*[_type == "school"] | order(name).name')

test('the command shows, writes only when told to, and takes back', async () => {
  const shown = await run(register(), '--trust', 'valley schools')
  expect(shown).toMatchObject({code: 0, errors: ''})
  expect(shown.output).toContain('Valley Schools Trust (Group UID 7001), facts of 27 November 2026')
  expect(shown.output).toContain('[x] 900101  Elm School → /schools/elm-school')
  expect(shown.output).toContain('was put back: 01632960150')
  expect(shown.output).toContain('Nothing was written. Add --apply')
  expect(shown.output).not.toMatch(/Nightingale|Outstanding/)
  expect(await stored()).toEqual([])

  const some = await run(register(), '--trust', '7001', '--only', '900102', '--apply')
  expect(some.output).toContain('Imported: 1 new.')
  expect(await stored()).toEqual(['Oak School'])

  // The trust is remembered.
  const rest = await run(register(), '--apply', '--json')
  const {written, schools} = JSON.parse(rest.output)
  expect(schools).toMatchObject([
    {urn: '900101', kind: 'new', ticked: true},
    {urn: '900102', kind: 'unchanged', ticked: false},
  ])
  expect(await stored()).toEqual(['Elm School', 'Oak School'])
  expect((await run(register(), '--apply')).output).toContain('There was nothing to write.')

  expect((await run('--undo', written.import)).output).toBe('Put back: Elm School.\n')
  expect(await stored()).toEqual(['Oak School'])
})

test('a trust that has none of the site’s schools is pointed out, and nothing of it is written unless it is named', async () => {
  await lake.client().create({
    _id: 'school-ash',
    _type: 'school',
    name: 'Ash School',
    urn: '900103',
    status: 'in-trust',
  })
  const warning =
    'The one school in the Trust on this site does not belong to Valley Schools Trust (Group UID 7001) by this file. It belongs to Valley Partnership (Group UID 7002).'
  const {code, output, errors} = await run(register(), '--trust', '7001', '--apply')
  expect(code).toBe(1)
  expect(output).toContain(`Warning: ${warning}`)
  expect(output).toContain('[ ] 900101  Elm School')
  expect(errors).toContain(
    `${warning} Choose another trust, unless you are sure that this one is yours. Nothing was written.`,
  )
  expect(await stored()).toEqual(['Ash School'])

  const named = await run(register(), '--trust', '7001', '--only', '900101', '--apply')
  expect(named.output).toContain('Imported: 1 new.')
  expect(await lake.client().fetch('*[urn == "900103"][0].status')).toBe('in-trust')
})

test.each<[string, () => string[], string]>([
  ['no file', () => [], 'Give one file of the register.'],
  ['no trust', () => [register()], 'Say which trust: --trust, with its Group UID or name.'],
  [
    'an unknown trust',
    () => [register(), '--trust', '9'],
    'No academy trust in this file has the Group UID or the name “9”',
  ],
  [
    'several trusts',
    () => [register(), '--trust', 'valley'],
    '2 trusts go by “valley”. Give the Group UID of one of them:\n  7002  Valley Partnership (1 school)\n  7001  Valley Schools Trust (2 schools)',
  ],
  [
    'an unknown school',
    () => [register(), '--trust', '7001', '--only', '1'],
    '1: no such school is in the list.',
  ],
  ['a file that is not there', () => ['nowhere.csv'], 'nowhere.csv does not exist, or is no file.'],
  ['a zip archive', () => [write('a.csv', 'PK\u0003\u0004')], 'This is a zip archive: unpack it first'],
  ['an unknown import', () => ['--undo', 'none'], 'There is no import “none”.'],
  ['an unknown option', () => ['--force'], "Unknown option '--force'"],
])('%s gets one message with the remedy, and nothing is written', async (_name, args, message) => {
  const {code, output, errors} = await run(...args())
  expect({code, errors}).toEqual({code: 1, errors: expect.stringContaining(message)})
  expect(output).not.toContain('Imported')
  expect(errors).not.toMatch(/^\s+at /m)
  expect(await stored()).toEqual([])
})

test('--help says how to use it', async () => {
  const {code, output} = await run('--help')
  expect(code).toBe(0)
  expect(output).toContain('npm run schools:import -- edubasealldata20261127.csv --trust 1234')
})

test('60 MB with 50,000 schools of 2,500 trusts are read as a stream, in less than 200 MB of memory', async () => {
  // As many letters in a row as in the register's own 139 columns.
  const columns = [...registerColumns, 'Unknown']
  const row = (number: number) =>
    registerRow({
      URN: String(100_000 + number),
      EstablishmentName: `School ${number}`,
      'Trusts (code)': String(7000 + (number % 2500)),
      'Trusts (name)': `Trust ${number % 2500}`,
    })
  const line = (number: number) =>
    csv(columns, [{...row(number), Unknown: 'x'.repeat(900)}]).slice(csv(columns, []).length)
  function* lines() {
    yield csv(columns, [])
    for (let number = 0; number < 50_000; number += 1) yield line(number)
  }
  const file = path.join(folder, 'large.csv')
  await pipeline(Readable.from(lines()), createWriteStream(file))

  const reader = path.join(root, 'lib/register/read-register.ts')
  const opener = path.join(root, 'scripts/register/open-file.ts')
  // Sampled, not `resourceUsage().maxRSS`: Linux hands that one down from the process that starts
  // this one, so it would be the most that the test runner ever held.
  const {output, errors} = await node([
    '--input-type=module',
    '--eval',
    `const {readRegister} = await import(${JSON.stringify(reader)})
     const {openRegisterFile} = await import(${JSON.stringify(opener)})
     let most = 0
     const sample = () => { most = Math.max(most, process.memoryUsage.rss()) }
     const sampling = setInterval(sample, 5)
     const file = await openRegisterFile(${JSON.stringify(file)})
     const {rows, trusts, schools} = await readRegister(file, {trust: '7001', urns: new Set()})
     clearInterval(sampling)
     sample()
     const megabytes = most / 2 ** 20
     console.log(JSON.stringify({size: file.size, rows, trusts: trusts.length, schools: schools.size, megabytes}))`,
  ])
  expect(errors).toBe('')
  const read = JSON.parse(output)
  expect(read).toMatchObject({rows: 50_000, trusts: 2500, schools: 20})
  expect(read.size).toBeGreaterThan(60_000_000)
  expect(read.megabytes).toBeLessThan(200)
})
