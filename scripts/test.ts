/** `npm test`: every check and every test, the browser's included; ends with one line of totals. */
import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs'
import path from 'node:path'
import {LaunchProblem} from './launch/problem.ts'
import {findBrowser} from './testing/browser.ts'
import {runForCode} from './testing/commands.ts'
import {startTestSite} from './testing/test-site.ts'

type Totals = {passed: number; failed: number}

const root = path.resolve(import.meta.dirname, '..')
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)
const resultsFolder = path.join(root, 'test-results')

/** Each is one command; one that ends with another code than 0 counts as a failed test. */
const checks: [title: string, command: string, args: string[]][] = [
  ['Format and lint', bin('biome'), ['check', '.']],
  ['Types', bin('tsc'), ['--noEmit']],
  ['Generated types', process.execPath, [path.join(root, 'scripts/typegen.ts'), '--check']],
]

async function runChecks(): Promise<Totals> {
  const totals = {passed: 0, failed: 0}
  for (const [title, command, args] of checks) {
    heading(title)
    if ((await runForCode(command, args)) === 0) totals.passed++
    else totals.failed++
  }
  return totals
}

async function runJest(args: string[]): Promise<Totals> {
  heading('Rules, components, route handlers and the lake (Jest)')
  const outputFile = path.join(resultsFolder, 'jest.json')
  const code = await runForCode(bin('jest'), ['--json', `--outputFile=${outputFile}`, ...args])
  const results = readResults(outputFile)
  const passed = Number(results?.numPassedTests ?? 0)
  // A suite that does not even load has no failed test, yet it failed.
  const failed = Number(results?.numFailedTests ?? 0) + Number(results?.numRuntimeErrorTestSuites ?? 0)
  return {passed, failed: code === 0 ? failed : Math.max(failed, 1)}
}

async function runBrowserTests(): Promise<Totals> {
  heading('The built site and the Studio, in a browser (Playwright)')
  process.stdout.write(`Browser: ${await findBrowser()}\n`)
  const site = await startTestSite()
  try {
    const environment = {...process.env, TEST_SITE_URL: site.url, TEST_DATA_FOLDER: site.dataFolder}
    const code = await runForCode(bin('playwright'), ['test'], environment)
    const stats = readResults(path.join(resultsFolder, 'results.json'))?.stats
    const failed = Number(stats?.unexpected ?? 0) + Number(stats?.flaky ?? 0)
    return {passed: Number(stats?.expected ?? 0), failed: code === 0 ? failed : Math.max(failed, 1)}
  } finally {
    await site.stop()
  }
}

function readResults(file: string) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function heading(title: string): void {
  process.stdout.write(`\n=== ${title}\n`)
}

rmSync(resultsFolder, {recursive: true, force: true})
mkdirSync(resultsFolder)
const began = Date.now()
const totals: Totals[] = []
try {
  totals.push(await runChecks(), await runJest(process.argv.slice(2)), await runBrowserTests())
} catch (error) {
  process.stderr.write(`\n${error instanceof LaunchProblem ? error.message : error}\n`)
  totals.push({passed: 0, failed: 1})
}
const passed = totals.reduce((sum, part) => sum + part.passed, 0)
const failed = totals.reduce((sum, part) => sum + part.failed, 0)
process.stdout.write(
  `\nTested in ${Math.round((Date.now() - began) / 1000)} s.\n${passed} passed, ${failed} failed\n`,
)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
