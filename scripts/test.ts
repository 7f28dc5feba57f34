/** `npm test`: every check and every test, the browser's included; ends with what failed and one line of totals. */
import {mkdirSync, rmSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import path from 'node:path'
import {sitesVariable} from '../__tests__/browser/support/sites-under-test.ts'
import {LaunchProblem} from './launch/problem.ts'
import {findBrowser} from './testing/browser.ts'
import {runForCode, runForOutput} from './testing/commands.ts'
import {installPrograms} from './testing/programs.ts'
import {type Result, readJestResult, readPlaywrightResult} from './testing/results.ts'
import {findSpilled} from './testing/spilled.ts'
import {startTestSites, stopAll} from './testing/test-site.ts'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)
const resultsFolder = path.join(root, 'test-results')

/** Each is one command; one that ends with another code than 0 counts as a failed test. */
type Check = [title: string, command: string, args: string[]]

const checks: Check[] = [
  ['Format and lint', bin('biome'), ['check', '.']],
  ['Types', bin('tsc'), ['--noEmit']],
]

/** Uses one core for a while and changes nothing. */
const slowCheck: Check = [
  'Generated types',
  process.execPath,
  [path.join(root, 'scripts/typegen.ts'), '--check'],
]

/** Sites to test at the same time, each with a browser: the tests wait more than they work, but two fill two cores. */
const sitesAtOnce = Math.min(2, availableParallelism())

async function runCheck([title, command, args]: Check): Promise<Result> {
  heading(title)
  return resultOf(title, await runForCode(command, args))
}

/** Says nothing before it is called on: so it can run beside what has the terminal. */
function runCheckQuietly([title, command, args]: Check): () => Promise<Result> {
  const running = runForOutput(command, args)
  // Who asks is told; until then a failure is nobody's.
  running.catch(() => undefined)
  return async () => {
    const {code, output} = await running
    heading(title)
    process.stdout.write(output)
    return resultOf(title, code)
  }
}

const resultOf = (title: string, code: number): Result =>
  code === 0 ? {passed: 1, failed: []} : {passed: 0, failed: [title]}

async function runJest(args: string[]): Promise<Result> {
  heading('Rules, components, route handlers and the lake (Jest)')
  await installPrograms()
  const outputFile = path.join(resultsFolder, 'jest.json')
  const code = await runForCode(bin('jest'), ['--json', `--outputFile=${outputFile}`, ...args])
  return readJestResult(outputFile, code)
}

async function runBrowserTests(): Promise<Result[]> {
  heading('The built site and the Studio, in a browser (Playwright)')
  process.stdout.write(`Browser: ${await findBrowser()}\n`)
  const sites = await startTestSites(sitesAtOnce)
  try {
    const code = await runForCode(bin('playwright'), ['test'], {
      ...process.env,
      [sitesVariable]: JSON.stringify(sites),
    })
    const browserResult = readPlaywrightResult(path.join(resultsFolder, 'results.json'), code)
    heading('What the log and the disk hold of the tests’ letters')
    return [browserResult, await findSpilled(sites)]
  } finally {
    await stopAll(sites)
  }
}

function heading(title: string): void {
  process.stdout.write(`\n=== ${title}\n`)
}

rmSync(resultsFolder, {recursive: true, force: true})
mkdirSync(resultsFolder)
const began = Date.now()
const results: Result[] = []
try {
  const slow = runCheckQuietly(slowCheck)
  for (const check of checks) results.push(await runCheck(check))
  results.push(await runJest(process.argv.slice(2)))
  results.push(await slow())
  results.push(...(await runBrowserTests()))
} catch (error) {
  results.push({passed: 0, failed: [error instanceof LaunchProblem ? error.message : String(error)]})
}
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.flatMap((result) => result.failed)
const failures = failed.map((name) => `Failed: ${name}\n`).join('')
process.stdout.write(
  `\nTested in ${Math.round((Date.now() - began) / 1000)} s.\n${failures}${passed} passed, ${failed.length} failed\n`,
)
process.exitCode = failed.length === 0 && passed > 0 ? 0 : 1
