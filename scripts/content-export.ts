/** `npm run content:export -- file.tar.gz` */
import {parseArgs} from 'node:util'
import {createProgressLine, runCommand, UsageError} from './content/command.ts'
import {exportContent} from './content/export-content.ts'
import {commandVariables, contentTarget} from './content/target.ts'

const usage = `Writes all content, with its images and files, into one archive.

  npm run content:export -- backup.tar.gz                from the site that runs here (npm start)
  npm run content:export -- backup.tar.gz --overwrite    also where that file exists
  npm run content:export -- backup.tar.gz --port 4000    from a site that runs on another port

With SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_WRITE_TOKEN set: from that hosted dataset.
The archive holds everything, also what visitors never see: keep it where only staff can read it.`

await runCommand(usage, async () => {
  const {positionals, values} = readArguments()
  if (values.help) {
    console.log(usage)
    return
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('Give the name of one archive.')

  const {client, description} = await contentTarget(commandVariables(values.port))
  console.log(`Exporting ${description} into ${file}`)
  const progress = createProgressLine()
  const exported = await exportContent({
    client,
    file,
    overwrite: values.overwrite ?? false,
    onProgress: progress.show,
  }).finally(progress.end)
  const megabytes = (exported.bytes / 1_000_000).toFixed(1)
  console.log(
    `Exported ${exported.documents} documents and ${exported.assets} images and files (${megabytes} MB).\n` +
      'The archive holds everything, also what visitors never see: keep it where only staff can read it.',
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
