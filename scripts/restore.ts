/** `npm run restore -- file.tar.gz` */
import {rm} from 'node:fs/promises'
import {createInterface} from 'node:readline/promises'
import {parseArgs} from 'node:util'
import {replaceData, requireStopped, unpackBackup} from './backup/restore-backup.ts'
import {localInstallation} from './backup/target.ts'
import {runCommand, UsageError} from './content/command.ts'
import {ContentProblem} from './content/problem.ts'
import {commandVariables} from './content/target.ts'

const usage = `Puts a backup (npm run backup) in the place of this installation's data. The site must be stopped.

  npm run restore -- backup.tar.gz          looks through the backup, asks, and keeps what there was
  npm run restore -- backup.tar.gz --yes    the same without the question

What a school has taken back since the backup was made stays taken back.`

await runCommand(usage, async () => {
  const {positionals, values} = readArguments()
  if (values.help) {
    console.log(usage)
    return
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('Give the name of one backup.')
  const {dataFolder} = localInstallation(commandVariables(undefined), {isNew: true})
  await requireStopped(dataFolder)
  const now = new Date()
  const unpacked = await unpackBackup(file, dataFolder, now)
  try {
    console.log(`${file} is whole: ${unpacked.documents} documents, as they were at ${unpacked.madeAt}.`)
    if (!values.yes && !(await confirm(dataFolder))) throw new ContentProblem('Nothing was changed.')
    const kept = await replaceData(unpacked, dataFolder, now)
    console.log(`Restored into ${dataFolder}. Start the site with "npm start".`)
    if (kept !== null) console.log(`What there was is kept in ${kept}; delete it when all is well.`)
  } finally {
    await rm(unpacked.folder, {recursive: true, force: true})
  }
})

async function confirm(dataFolder: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new ContentProblem(
      'npm run restore asks before it replaces anything, and there is no terminal to ask on: add --yes. Nothing was changed.',
    )
  const question = createInterface({input: process.stdin, output: process.stdout})
  const answer = await question.question(
    `Everything in ${dataFolder} will be replaced, and kept beside it. Go on? (yes/no) `,
  )
  question.close()
  return /^y(es)?$/i.test(answer.trim())
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {yes: {type: 'boolean', short: 'y'}, help: {type: 'boolean', short: 'h'}},
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
