import {execFile} from 'node:child_process'
import path from 'node:path'
import {eventId} from '#lib/sign-off/event.ts'
import {isSignOffKey} from '#lib/sign-off/keys.ts'
import {startTestLake, type TestLake} from '../lake/support.ts'

// Each test starts processes, which takes long on a busy machine.
jest.setTimeout(120_000)

const root = path.resolve(__dirname, '../..')
let lake: TestLake

beforeAll(async () => {
  lake = await startTestLake()
})

afterAll(() => lake.close())

beforeEach(async () => {
  await lake.client().delete({query: '*[true]'})
  await lake
    .client()
    .create({_id: 'elm', _type: 'school', name: 'Elm School', slug: {_type: 'slug', current: 'elm'}})
  await lake.client().create({
    _id: 'said',
    _type: 'testimonial',
    quotation: 'We were asked.',
    attribution: {kind: 'role', text: 'Head'},
    school: {_type: 'reference', _ref: 'elm'},
  })
})

type Run = {code: number; output: string; errors: string}

/** Runs a command as npm does, against the lake of this test. */
function run(script: string, ...args: string[]): Promise<Run> {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'test' as const,
    SANITY_PROJECT_ID: '',
    LAKE_URL: lake.url,
    DATA_FOLDER: lake.dataFolder,
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'scripts', script), ...args],
      {env},
      (error, output, errors) => {
        resolve({code: error ? Number(error.code) : 0, output, errors})
      },
    )
  })
}

test('sign-off:record lists what nobody agreed to, and records it when it is told to', async () => {
  const listed = await run('sign-off-record.ts')
  expect(listed).toMatchObject({code: 0, errors: ''})
  expect(listed.output).toContain('  testimonial  said  A testimonial about Elm School\n')
  expect(listed.output).toContain('Nothing was written. Add --write to record these.')
  const unknown = await run('sign-off-record.ts', '--only', 'nothing')
  expect(unknown).toMatchObject({code: 1, output: ''})
  expect(unknown.errors).toContain('Not in the list of what is published without an agreement: nothing')
  expect((await run('sign-off-record.ts', '--write')).output).toContain('Recorded: 1.')
  expect((await run('sign-off-record.ts', '--write')).output).toContain(
    'Everything that is published has an agreement.',
  )
})

test('sign-off:verify says what was altered, and prints the end of the record', async () => {
  await run('sign-off-record.ts', '--write')
  const whole = await run('sign-off-verify.ts')
  expect(whole).toMatchObject({code: 0, errors: ''})
  expect(whole.output).toContain('1 events, 0 requests.\n  Nothing was altered.')
  const [, end = ''] = /Its end, to be kept: (\S+)/.exec(whole.output) ?? []
  expect((await run('sign-off-verify.ts', '--head', end)).code).toBe(0)

  await lake.client().delete(eventId(1))
  const cut = await run('sign-off-verify.ts', '--head', end, '--json')
  expect(cut.code).toBe(1)
  expect(JSON.parse(cut.output)).toEqual({
    events: 0,
    requests: 0,
    head: null,
    problems: ['The record does not hold event 1 as it was noted: its end was cut off, or replaced.'],
  })
  expect(await run('sign-off-verify.ts', '--head', 'nonsense')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('Give --head as it was printed'),
  })
})

test('sign-off:key makes another key each time', async () => {
  const [one, other] = [await run('sign-off-key.ts'), await run('sign-off-key.ts')]
  const keyIn = ({output}: Run) => /^SIGN_OFF_KEY=(\S+)\n$/.exec(output)?.[1] ?? ''
  expect(isSignOffKey(keyIn(one))).toBe(true)
  expect(keyIn(other)).not.toBe(keyIn(one))
})
