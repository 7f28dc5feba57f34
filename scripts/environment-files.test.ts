import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'environment-'))
})

afterEach(() => rmSync(folder, {recursive: true}))

type Mode = 'production' | 'development'

/** The value that the launcher ends up with, and the one that Next.js reads from the same files by itself. */
function values(mode: Mode, variables: {[name: string]: string} = {}) {
  const run = (code: string) =>
    execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', `${code}; console.log(process.env.SITE_URL)`],
      {encoding: 'utf8', env: {PATH: process.env.PATH, NODE_ENV: mode, ...variables}},
    ).trim()
  return {
    launcher: run(
      `import {loadEnvironmentFiles} from './scripts/environment-files.ts'; loadEnvironmentFiles('${folder}', '${mode}')`,
    ),
    next: run(
      `import env from '@next/env'; env.loadEnvConfig('${folder}', ${mode === 'development'}, {info() {}, error() {}})`,
    ),
  }
}

const files = ['.env', '.env.production', '.env.local', '.env.production.local']

it.each(files)('lets %s win over those before it in this list, as Next.js does', (last) => {
  for (const file of files.slice(0, files.indexOf(last) + 1)) {
    writeFileSync(path.join(folder, file), `SITE_URL=${file}\n`)
  }
  writeFileSync(path.join(folder, '.env.development'), 'SITE_URL=development')
  expect(values('production')).toEqual({launcher: last, next: last})
})

it('reads the files of development with hot reload', () => {
  writeFileSync(path.join(folder, '.env'), 'SITE_URL=any')
  writeFileSync(path.join(folder, '.env.development'), 'SITE_URL=development')
  writeFileSync(path.join(folder, '.env.production'), 'SITE_URL=production')
  expect(values('development')).toEqual({launcher: 'development', next: 'development'})
})

it('lets the shell win', () => {
  writeFileSync(path.join(folder, '.env.local'), 'SITE_URL=file')
  expect(values('production', {SITE_URL: 'shell'})).toEqual({launcher: 'shell', next: 'shell'})
})
