import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const readme = readFileSync('README.md', 'utf8')
const {scripts} = JSON.parse(readFileSync('package.json', 'utf8'))

/** For each command of the README, the test or check that runs it, and the words there that do. */
const runBy: {[command: string]: [file: string, words: string]} = {
  'npm start': ['__tests__/browser/start-and-stop.spec.ts', "args: ['start'"],
  'npm start -- --port': ['__tests__/browser/start-and-stop.spec.ts', "'--port'"],
  'npm start -- --fresh': ['__tests__/launch/failures.test.ts', "start('--fresh'"],
  'npm run dev': ['__tests__/browser/hot-reload.spec.ts', "'--dev'"],
  'npm test': ['.ci/run', '\nnpm test\n'],
  'npm run typegen': ['scripts/test.ts', 'scripts/typegen.ts'],
  'npm run bench': ['__tests__/readme.test.ts', "'run', '--silent', 'bench'"],
  'npm run bench --': ['__tests__/readme.test.ts', "'bench', '--', 'queries'"],
  'npm run lake:conformance --': ['__tests__/lake/conformance-command.test.ts', "'import-export',"],
  'npm run faults --': ['__tests__/faults-command.test.ts', "run('lake-kill'"],
  'npm run content:check': ['__tests__/content-check.test.ts', "run('check', site, [])"],
  'npm run content:check --': ['__tests__/content-check.test.ts', "run('check', null, ["],
  'npm run content:export --': ['__tests__/content-commands.test.ts', "run('export'"],
  'npm run content:import --': ['__tests__/content-commands.test.ts', "run('import'"],
  'npm run backup': ['__tests__/backup.test.ts', "run('backup'"],
  'npm run backup --': ['__tests__/backup.test.ts', "run('backup'"],
  'npm run restore': ['__tests__/backup.test.ts', "run('restore'"],
  'npm run restore --': ['__tests__/backup.test.ts', "run('restore'"],
  'npm run doctor': ['__tests__/doctor/doctor.test.ts', 'scripts/doctor.ts'],
  'npm run release': ['__tests__/deploy.test.ts', "'scripts/release.ts'"],
  'npm run release --': ['__tests__/deploy.test.ts', "'scripts/release.ts'"],
  'npm run schools:import --': ['__tests__/schools-import-command.test.ts', 'scripts/schools-import.ts'],
  'npm run sign-off:key': ['__tests__/sign-off/commands.test.ts', "run('sign-off-key.ts')"],
  'npm run sign-off:record': ['__tests__/sign-off/commands.test.ts', "run('sign-off-record.ts')"],
  'npm run sign-off:verify': ['__tests__/sign-off/commands.test.ts', "run('sign-off-verify.ts')"],
}

/** Every command of npm, without the values that stand for the reader’s own. */
function commandsOf(text: string): string[] {
  const found = text.matchAll(/npm (?:start|test|run [\w:-]*\w|\w+)(?: --(?: --[a-z]+)?)?/g)
  return [...new Set(Array.from(found, ([command]) => command))]
}

it('names only commands that a test or a check runs', () => {
  const commands = commandsOf(readme)
  expect(commands.length).toBeGreaterThan(5)
  expect(commands.filter((command) => !(command in runBy))).toEqual([])
})

it.each(Object.entries(runBy))(
  '%s is still in the README, and run where this says',
  (command, [file, words]) => {
    expect(commandsOf(readme)).toContain(command)
    expect(readFileSync(file, 'utf8')).toContain(words)
    const name = /^npm (?:run )?([\w:-]*\w)/.exec(command)?.[1] ?? ''
    expect(Object.keys(scripts)).toContain(name)
  },
)

it('links to files that are there', () => {
  const links = Array.from(readme.matchAll(/\]\((?!https?:)([^)#]+)/g), ([, link = '']) => link)
  expect(links.filter((link) => !existsSync(link))).toEqual([])
})

it('npm run bench prints its table, and keeps it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const report = path.join(folder, 'bench.md')
  const options = ['--documents', '100', '--milliseconds', '1', '--report', report]
  const args = ['run', '--silent', 'bench', '--', 'queries', ...options]
  const table = execFileSync('npm', args, {encoding: 'utf8'}).trim()
  const [head = '', , ...lines] = table.split('\n')
  expect(head).toBe('| documents | query | groq-js, ms | engine, ms | ratio |')
  const rows = lines.filter((line) => line.startsWith('| 100 |'))
  expect(rows.length).toBeGreaterThan(8)
  for (const row of rows) expect(row).toMatch(/^\| 100 \| .+ \| ([\d.]+|–) \| [\d.]+ \| ([\d.]+ ×|–) \|$/)
  expect(table).toMatch(/\d a second\.\n200 listeners/)
  expect(readFileSync(path.join(folder, 'bench', 'queries.svg'), 'utf8')).toContain('by slug')
  expect(readFileSync(report, 'utf8')).toContain(table)
  rmSync(folder, {recursive: true})
})

it('npm run bench says what it can measure', () => {
  const bench = () => execFileSync('npm', ['run', '--silent', 'bench', '--', 'happiness'], {stdio: 'pipe'})
  expect(bench).toThrow(/“happiness” is nothing that can be measured\.[\s\S]*npm run bench -- lighthouse/)
})
