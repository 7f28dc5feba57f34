import {execFile} from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

function run(...args: string[]): Promise<{code: number; output: string; errors: string}> {
  return new Promise((resolve) => {
    const script = path.join(root, 'scripts/lake-conformance.ts')
    execFile(process.execPath, [script, ...args], {cwd: root}, (error, output, errors) => {
      resolve({code: error ? Number(error.code) : 0, output, errors})
    })
  })
}

test('content goes through the importer and the exporter as it is', async () => {
  const {code, output, errors} = await run(
    'import-export',
    '--documents',
    '60',
    '--images',
    '4',
    '--seed',
    '7',
  )
  expect({code, errors}).toEqual({code: 0, errors: ''})
  expect(output).toContain('60 documents and 4 assets compared: 0 differ')
})

test.each([
  [['everything'], 'Name one suite: groq, client, import-export'],
  [['groq'], '--data is missing.'],
  [['groq', '--data', '/nowhere'], '/nowhere/suite.ndjson.gz is not there.'],
  [['client', '--data', '/nowhere'], '/nowhere is no checkout of @sanity/client'],
  [['client', '--data', '/nowhere', '--client', 'both'], '--client is “both”, and has to be studio or site.'],
  [['import-export', '--images', 'many'], '--images is “many”'],
])('says what is missing of %j', async (args, words) => {
  const {code, errors} = await run(...args)
  expect(code).toBe(1)
  expect(errors).toContain(words)
})
