import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fingerprintOf, forgetBuild, isBuilt, rememberBuild} from './fingerprint.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'fingerprint-'))
  mkdirSync(path.join(root, 'app/pages'), {recursive: true})
  writeFileSync(path.join(root, 'app/pages/one.ts'), 'one')
})

afterEach(() => rmSync(root, {recursive: true}))

const now = (settings: string[] = []) => fingerprintOf(root, ['app', 'missing'], settings)

it.each<[string, () => void]>([
  ['a changed file', () => writeFileSync(path.join(root, 'app/pages/one.ts'), 'two')],
  ['a new file', () => writeFileSync(path.join(root, 'app/two.ts'), '')],
  ['a removed file', () => rmSync(path.join(root, 'app/pages/one.ts'))],
  ['a file that came to be', () => writeFileSync(path.join(root, 'missing'), '')],
])('changes with %s', (_what, change) => {
  const before = now()
  change()
  expect(now()).not.toBe(before)
})

it('changes with a setting', () => {
  expect(now(['a'])).not.toBe(now(['b']))
})

it.each(['app/one.test.ts', 'app/node_modules/package/index.js', 'app/dist/built.js', 'elsewhere.ts'])(
  'stays the same with %s',
  (file) => {
    const before = now()
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true})
    writeFileSync(path.join(root, file), 'more')
    expect(now()).toBe(before)
  },
)

it('counts a build as missing until it has ended well, and after its sources changed', () => {
  const output = path.join(root, 'output')
  expect(isBuilt(output, 'a')).toBe(false)
  rememberBuild(output, 'a')
  expect(isBuilt(output, 'a')).toBe(true)
  expect(isBuilt(output, 'b')).toBe(false)
  forgetBuild(output)
  expect(isBuilt(output, 'a')).toBe(false)
})
