/**
 * `npm run typegen`: makes sanity/sanity.types.ts from schema and queries. With `--check` it changes nothing
 * and ends with code 1 when the file is not what schema and queries say.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {runToEnd} from './launch/processes.ts'

const root = path.resolve(import.meta.dirname, '..')
const typesFile = path.join(root, 'sanity/sanity.types.ts')
const isCheck = process.argv.includes('--check')

async function generate(): Promise<void> {
  const sanity = path.join(root, 'node_modules/sanity/bin/sanity')
  const options = {cwd: root, environment: process.env, failure: 'The types could not be generated.'}
  await runToEnd(sanity, ['schema', 'extract', '--force'], options)
  const problems: string[] = []
  await runToEnd(sanity, ['typegen', 'generate'], {
    ...options,
    // It says so when it cannot read a query, and writes a poorer file all the same.
    note: (line) => {
      if (/error/i.test(line) && !/\b0 errors|without errors/i.test(line)) problems.push(line)
    },
  })
  if (problems.length > 0) throw new Error(`The types could not be generated.\n${problems.join('\n')}`)
}

const before = existsSync(typesFile) ? readFileSync(typesFile, 'utf8') : null
try {
  await generate()
  const after = readFileSync(typesFile, 'utf8')
  if (isCheck && before !== null) writeFileSync(typesFile, before)
  if (isCheck && before !== after) {
    process.stderr.write(
      'sanity/sanity.types.ts is not what the schema and the queries say: run npm run typegen and commit it.\n',
    )
    process.exitCode = 1
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
