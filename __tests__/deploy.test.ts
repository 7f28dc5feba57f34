import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {variableNames} from '#lib/env.ts'
import {readUnit} from '../scripts/testing/unit-file.ts'

const unitFile = 'deploy/systemd/school-trust@.service'
const unitText = readFileSync(unitFile, 'utf8')
const settings = new Map(
  Array.from(unitText.matchAll(/^([A-Za-z]+)=(.*)$/gm), ([, name = '', value = '']) => [name, value]),
)

/** What Node.js and Next.js read beside the site itself. */
const ofOthers = ['NODE_ENV', 'NEXT_TELEMETRY_DISABLED', 'HOSTNAME', 'KEEP_ALIVE_TIMEOUT', 'NODE_OPTIONS']

it('starts the site by variables that are read, and nothing that its user could write to', () => {
  const unit = readUnit(unitFile, {'%i': '3001', '%S': '/var/lib'})
  const known: string[] = [...variableNames, ...ofOthers]
  expect(Object.keys(unit.environment).filter((name) => !known.includes(name))).toEqual([])
  expect(unit.environment).toMatchObject({PORT: '3001', HOST: '127.0.0.1'})
  expect(unit.before[0]).toMatch(/^\/srv\//)
  expect(unit.start).toEqual([
    '/srv/school-trust/current/bin/node',
    '--import=/srv/school-trust/current/bin/keep-early-requests.mjs',
    '/var/lib/school-trust/3001/site/server.js',
  ])
})

it('waits longer than the site takes to end', () => {
  const [, longest] =
    /longestEndMs = ([\d_]+)/.exec(readFileSync('sanity/lib/requests/leave.ts', 'utf8')) ?? []
  expect(Number(settings.get('TimeoutStopSec')) * 1000).toBeGreaterThan(Number(longest?.replace('_', '')))
})

it('may write to its own folder alone', () => {
  expect(Object.fromEntries(settings)).toMatchObject({
    DynamicUser: 'yes',
    ProtectSystem: 'strict',
    NoNewPrivileges: 'yes',
    StateDirectory: 'school-trust/%i',
  })
})

// Where there is systemd: it does not run as the first process of every machine.
const verify = existsSync('/usr/bin/systemd-analyze')
  ? 'is what systemd understands'
  : 'has no line that is no setting'
it(verify, () => {
  if (verify !== 'is what systemd understands') {
    const lines = unitText.split('\n').filter((line) => line !== '' && !/^(#|\[\w+\]$|[A-Za-z]+=)/.test(line))
    return expect(lines).toEqual([])
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'unit-'))
  const copy = path.join(folder, 'school-trust@.service')
  // A release is on no machine of these tests.
  writeFileSync(copy, unitText.replace(/^(ExecStart\w*)=\S+/gm, '$1=/bin/true'))
  try {
    const {status, stderr} = spawnSync('systemd-analyze', ['verify', copy], {encoding: 'utf8'})
    expect({status, said: stderr.split('\n').filter((line) => line.includes('school-trust'))}).toEqual({
      status: 0,
      said: [],
    })
  } finally {
    rmSync(folder, {recursive: true})
  }
})

it('gives a process its own copy of a release, once, with the age of its pages and what it knew of changes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'prepare-'))
  const [release, own] = [path.join(folder, 'release'), path.join(folder, 'own')]
  const page = '.next/server/app/index.html'
  const at = (name: string) => path.join(own, 'site', name)
  const prepare = () => spawnSync('deploy/systemd/prepare-process', [release, own], {encoding: 'utf8'})
  mkdirSync(path.join(release, path.dirname(page)), {recursive: true})
  mkdirSync(path.join(release, 'bin'))
  mkdirSync(own)
  const built = (name: string) => {
    writeFileSync(path.join(release, '.next/BUILD_ID'), name)
    writeFileSync(path.join(release, page), name)
    utimesSync(path.join(release, page), 1_700_000_000, 1_700_000_000)
  }
  try {
    built('first')
    expect(prepare()).toMatchObject({status: 0, stderr: ''})
    expect([statSync(at(page)).mtimeMs, existsSync(at('bin'))]).toEqual([1_700_000_000_000, false])

    writeFileSync(at(page), 'made again by the process')
    writeFileSync(at('.next/tag-table.json'), 'what it knew')
    expect(prepare().status).toBe(0)
    expect(readFileSync(at(page), 'utf8')).toBe('made again by the process')

    built('second')
    expect(prepare().status).toBe(0)
    expect([readFileSync(at(page), 'utf8'), readFileSync(at('.next/tag-table.json'), 'utf8')]).toEqual([
      'second',
      'what it knew',
    ])
    expect(readdirSync(own)).toEqual(['site'])
  } finally {
    rmSync(folder, {recursive: true})
  }
})

it('makes no release of the embedded lake, and says what is missing', () => {
  const folder = path.join(tmpdir(), 'never-made')
  const {status, stderr} = spawnSync(process.execPath, ['scripts/release.ts', folder], {
    encoding: 'utf8',
    env: {...process.env, SANITY_PROJECT_ID: ''},
  })
  expect([status, existsSync(folder)]).toEqual([1, false])
  expect(stderr).toContain('set SANITY_PROJECT_ID')
})
