/** `npm run content:check` */
import {parseArgs} from 'node:util'
import {parseEnvironment} from '#lib/env.ts'
import {openConfigured, openExport} from './content/check/open-dataset.ts'
import {readDocuments} from './content/check/read-documents.ts'
import {linksInWords, reportInWords} from './content/check/report-text.ts'
import {readSignOff, signOffInWords} from './content/check/sign-off.ts'
import {createProgressLine, runCommand, UsageError} from './content/command.ts'
import {askForLinks} from './content/links/ask-for-links.ts'
import {commandVariables} from './content/target.ts'

const usage = `Checks all content, drafts too, with the rules that the Studio goes by, and says what is wrong, where and how bad.

  npm run content:check                          the content of this site
  npm run content:check -- backup.tar.gz         what an export, an .ndjson file or a folder holds
  npm run content:check -- --links               also asks for every address of another website, and keeps the results
  npm run content:check -- --json                as JSON, for programs
  npm run content:check -- --port 4000           of a site that runs on another port

With SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_READ_TOKEN set: that hosted dataset; --links needs
SANITY_API_WRITE_TOKEN as well, to keep the results. What an export holds is not changed: results are only printed.
--allow-private asks for addresses of this machine and of private networks too, which count as unreachable otherwise.

It says too what is held back for want of a school's agreement, and who asked for changes or has not answered in time.

Ends with code 0 when there is no error, 1 when there are some, 2 when it could not check. A link that fails, and a
school that has not agreed, is a reason to look, and no error.`

const progress = createProgressLine()

await runCommand(usage, check, 2)

async function check(): Promise<void> {
  const {positionals, values} = readArguments()
  if (values.help) return console.log(usage)
  const [file, ...more] = positionals
  if (more.length > 0) throw new UsageError('Give one archive, file or folder, or none for this site.')
  // What stands on the output is then JSON and nothing else.
  const say = values.json ? () => {} : console.log
  if (values.json) progress.show = () => {}
  // An interrupted check leaves no copy of private content behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(2))

  const variables = commandVariables(values.port)
  const dataset =
    file === undefined
      ? await openConfigured(variables, values.links ? 'write' : 'read')
      : await openExport(file, progress.show).finally(progress.end)
  try {
    say(`Checking ${dataset.description}`)
    const documents = await readDocuments(dataset.client)
    // The Studio’s code takes a second to load, which nobody should wait for who mistyped a name.
    const {checkContent} = await import('./content/check/check-content.ts')
    const report = await checkContent(documents, dataset.client, (checked, all) =>
      progress.show(`Checking documents ${checked} of ${all}`),
    ).finally(progress.end)
    say(`\n${reportInWords(report)}`)
    // An export is of some site or other, and this one's key says nothing about its record.
    const signOff = file === undefined ? await readSignOff(dataset.client, variables) : undefined
    if (signOff !== undefined) say(`\n${signOffInWords(signOff)}`)
    const {siteUrl} = parseEnvironment(variables, {readToken: false})
    const asking = {
      userAgent: `Mozilla/5.0 (compatible; link check of ${siteUrl})`,
      timeLimit: 15_000,
      allowPrivate: values['allow-private'] ?? false,
    }
    const links = values.links
      ? await askForLinks(dataset, documents, asking, (asked, all) =>
          progress.show(`Asking for addresses ${asked} of ${all}`),
        ).finally(progress.end)
      : undefined
    if (links) say(`\n${linksInWords(links)}`)
    if (values.json) console.log(JSON.stringify({...report, signOff, links}, null, 2))
    if (report.counts.error > 0) process.exitCode = 1
  } finally {
    await dataset.close()
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        links: {type: 'boolean'},
        json: {type: 'boolean'},
        'allow-private': {type: 'boolean'},
        port: {type: 'string', short: 'p'},
        help: {type: 'boolean', short: 'h'},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
