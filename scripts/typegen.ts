/**
 * `npm run typegen`: makes sanity/sanity.types.ts from schema and queries. With `--check` it leaves that file alone
 * and ends with code 1 when it is not what schema and queries say.
 */
import {copyFileSync, existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {runToEnd} from './launch/processes.ts'

const root = path.resolve(import.meta.dirname, '..')
const keptFile = path.join(root, 'sanity/sanity.types.ts')
const madeFile = path.join(root, '.sanity/sanity.types.ts')

async function generate(): Promise<void> {
  const sanity = path.join(root, 'node_modules/sanity/bin/sanity')
  const options = {
    cwd: root,
    environment: {...process.env, GENERATED_TYPES_FILE: path.relative(root, madeFile)},
    failure: 'The types could not be generated.',
  }
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

try {
  await generate()
  if (!process.argv.includes('--check')) copyFileSync(madeFile, keptFile)
  else if (!existsSync(keptFile) || readFileSync(keptFile, 'utf8') !== readFileSync(madeFile, 'utf8')) {
    process.stderr.write(
      'sanity/sanity.types.ts is not what the schema and the queries say: run npm run typegen and commit it.\n',
    )
    process.exitCode = 1
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
