import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'

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
  'npm run content:export --': ['__tests__/content-commands.test.ts', "run('export'"],
  'npm run content:import --': ['__tests__/content-commands.test.ts', "run('import'"],
}

/** Every command of npm, without the values that stand for the reader’s own. */
function commandsOf(text: string): string[] {
  const found = text.matchAll(/npm (?:start|test|run [\w:]+|\w+)(?: --(?: --[a-z]+)?)?/g)
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
    const name = /^npm (?:run )?([\w:]+)/.exec(command)?.[1] ?? ''
    expect(Object.keys(scripts)).toContain(name)
  },
)

it('links to files that are there', () => {
  const links = Array.from(readme.matchAll(/\]\((?!https?:)([^)#]+)/g), ([, link = '']) => link)
  expect(links.filter((link) => !existsSync(link))).toEqual([])
})

it('npm run bench prints its table', () => {
  const args = ['run', '--silent', 'bench', '--', '--documents', '100', '--milliseconds', '1']
  const table = execFileSync('npm', args, {encoding: 'utf8'}).trim().split('\n')
  expect(table[0]).toBe('| documents | query | groq-js, ms | engine, ms | ratio |')
  expect(table.length).toBeGreaterThan(10)
  for (const line of table.slice(2)) expect(line).toMatch(/^\| 100 \| .+ \| [\d.]+ \| [\d.]+ \| [\d.]+ × \|$/)
})
