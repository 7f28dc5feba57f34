import {execFile} from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '..')

function run(...args: string[]): Promise<{code: number; output: string; errors: string}> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'scripts/faults.ts'), ...args],
      {cwd: root},
      (error, output, errors) => {
        resolve({code: error ? Number(error.code) : 0, output, errors})
      },
    )
  })
}

test('a lake that is killed keeps what it answered, and tells of it', async () => {
  const {code, output, errors} = await run('lake-kill', '--rounds', '3', '--seed', '5')
  expect({code, errors}).toEqual({code: 0, errors: ''})
  expect(output).toContain('lake-kill, seed 5')
  expect(output).toMatch(/^ +3 {2}kill -9 of the lake/m)
  expect(output).toMatch(/^ +[1-9]\d* {2}answered$/m)
  expect(output).toMatch(/^ +0 {2}promises broken$/m)
})

test.each([
  [['everything'], 'Name one kind: lake-kill, site-kill'],
  [['lake-kill', '--rounds', 'many'], '--rounds is “many”'],
])('says what is wrong with %j', async (args, words) => {
  const {code, errors} = await run(...args)
  expect(code).toBe(1)
  expect(errors).toContain(words)
})
