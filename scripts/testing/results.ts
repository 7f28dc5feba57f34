import {existsSync, readFileSync} from 'node:fs'

/** What a part of the tests has come to. */
export type Result = {
  passed: number
  /** Names of what failed, each so that it can be found. */
  failed: string[]
}

type JestResults = {
  numPassedTests: number
  testResults: {
    name: string
    message: string
    status: string
    assertionResults: {fullName: string; status: string}[]
  }[]
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[]
  specs?: {title: string; file: string; line: number; ok: boolean; tests: {status: string}[]}[]
}

type PlaywrightResults = PlaywrightSuite & {
  stats: {expected: number}
  errors: {message?: string}[]
}

/**
 * @param code - with which Jest ended: one that found no failed test may still have been refused, as when a test
 * leaves something behind that goes on
 */
export function readJestResult(file: string, code: number): Result {
  const results: JestResults | null = readJson(file)
  const failed = (results?.testResults ?? []).flatMap(({name, status, assertionResults}) => {
    const tests = assertionResults.filter((test) => test.status === 'failed')
    // A suite that does not even load has no failed test, yet it failed.
    if (tests.length === 0 && status === 'failed') return [name]
    return tests.map((test) => `${name}: ${test.fullName}`)
  })
  return {passed: results?.numPassedTests ?? 0, failed: orByCode('Jest', failed, code)}
}

/** @param code - with which Playwright ended */
export function readPlaywrightResult(file: string, code: number): Result {
  const results: PlaywrightResults | null = readJson(file)
  const failed = results === null ? [] : failedSpecs(results)
  return {passed: results?.stats.expected ?? 0, failed: orByCode('Playwright', failed, code)}
}

function failedSpecs({suites = [], specs = []}: PlaywrightSuite): string[] {
  const here = specs
    .filter((spec) => spec.tests.some(({status}) => status !== 'expected'))
    .map(({file, line, title}) => `${file}:${line}: ${title}`)
  return [...here, ...suites.flatMap(failedSpecs)]
}

function orByCode(program: string, failed: string[], code: number): string[] {
  return code === 0 || failed.length > 0
    ? failed
    : [`${program} ended with code ${code}; see what it printed`]
}

function readJson(file: string) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
