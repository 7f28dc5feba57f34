/** `npm run content:import -- file.tar.gz` */
import {parseArgs} from 'node:util'
import {createProgressLine, runCommand, UsageError} from './content/command.ts'
import {type ImportMode, importContent} from './content/import-content.ts'
import {openSource, readIds} from './content/source.ts'
import {commandVariables, contentTarget} from './content/target.ts'

const usage = `Brings content, with its images and files, into the site.

  npm run content:import -- backup.tar.gz               into the site that runs here (npm start)
  npm run content:import -- sanity/content              a folder with one .ndjson file, images/ and files/
  npm run content:import -- pages.ndjson                documents alone
  npm run content:import -- backup.tar.gz --replace     overwrites documents that are there already
  npm run content:import -- backup.tar.gz --missing     keeps documents that are there already, brings the others
  npm run content:import -- backup.tar.gz --port 4000   into a site that runs on another port

Without --replace or --missing nothing is written when one of the documents is there already.
With SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_WRITE_TOKEN set: into that hosted dataset.`

const what: Record<ImportMode, string> = {
  refuse: 'none may be there already',
  replace: 'those that are there already are overwritten',
  missing: 'those that are there already are kept',
}

await runCommand(usage, async () => {
  const {positionals, values} = readArguments()
  if (values.help) {
    console.log(usage)
    return
  }
  const [source, ...more] = positionals
  if (source === undefined || more.length > 0) throw new UsageError('Give one archive, file or folder.')
  if (values.replace && values.missing) throw new UsageError('Choose one of --replace and --missing.')
  const mode = values.replace ? 'replace' : values.missing ? 'missing' : 'refuse'

  const {length} = await readIds(await openSource(source))
  const {client, description} = await contentTarget(commandVariables(values.port))
  console.log(`Importing ${length} documents into ${description}: ${what[mode]}.`)
  const progress = createProgressLine()
  await importContent({client, source, mode, onProgress: progress.show}).finally(progress.end)
  console.log('Imported.')
})

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        replace: {type: 'boolean'},
        missing: {type: 'boolean'},
        port: {type: 'string', short: 'p'},
        help: {type: 'boolean', short: 'h'},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
