/** `npm run backup -- file.tar.gz` */
import {parseArgs} from 'node:util'
import {makeBackup} from './backup/make-backup.ts'
import {takeSnapshots} from './backup/snapshots.ts'
import {localInstallation} from './backup/target.ts'
import {runCommand, UsageError} from './content/command.ts'
import {commandVariables} from './content/target.ts'

const usage = `Writes this installation into one archive, while its site runs or not: all content with its history, images and
files, the keys, and what this machine remembers of sign-offs.

  npm run backup -- backup.tar.gz
  npm run backup -- backup.tar.gz --overwrite    also where that file exists
  npm run backup -- backup.tar.gz --port 4000    of a site that runs on another port

Not in it: letters in the outbox, who is signed in, and content that npm start -- --fresh put aside.
Whoever has the archive can sign as this site and read all drafts: keep it where nobody else can read it.`

await runCommand(usage, async () => {
  const {positionals, values} = readArguments()
  if (values.help) {
    console.log(usage)
    return
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('Give the name of one archive.')
  const installation = localInstallation(commandVariables(values.port))
  const {dataFolder} = installation
  const stop = new AbortController()
  // The second time it ends at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  const made = await makeBackup({
    dataFolder,
    file,
    overwrite: values.overwrite ?? false,
    takeSnapshots: () => takeSnapshots(installation, stop.signal),
    signal: stop.signal,
  })
  const megabytes = (made.bytes / 1_000_000).toFixed(1)
  console.log(
    `${dataFolder} is in ${file}: ${made.files} files, ${made.assets} of them images and files of the content (${megabytes} MB).\n` +
      'Whoever has it can sign as this site and read all drafts: keep it where nobody else can read it.',
  )
})

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        overwrite: {type: 'boolean'},
        port: {type: 'string', short: 'p'},
        help: {type: 'boolean', short: 'h'},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
