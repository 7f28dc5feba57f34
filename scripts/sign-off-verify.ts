/** `npm run sign-off:verify` */
import {parseArgs} from 'node:util'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {parseHead, type RecordDocuments, verifyRecord} from '#lib/sign-off/verify.ts'
import {runCommand, UsageError} from './content/command.ts'
import {commandVariables} from './content/target.ts'
import {signOffTarget} from './sign-off/target.ts'

const usage = `Looks through the whole record of sign-offs, and names whatever was altered.

  npm run sign-off:verify
  … --head 41:9f86d081…    compares with the end of the record that an earlier look printed: without it, nobody can tell
                           whether the end was cut off. Keep it where editors cannot write.
  … --json                 prints for programs
  … --port 4000            for a site that runs on another port

Ends with 0 when nothing was altered, with 1 when something was, and with 2 when that cannot be told.
With SANITY_PROJECT_ID, SANITY_DATASET, SANITY_API_WRITE_TOKEN and SIGN_OFF_KEY set: of that hosted dataset.`

const documentsQuery = `{
  "events": *[_type == "${signOffTypes.event}"] | order(number asc),
  "requests": *[_type == "${signOffTypes.request}"] | order(_id asc),
  "snapshots": *[_type == "${signOffTypes.snapshot}"] | order(_id asc)
}`

await runCommand(
  usage,
  async () => {
    const {values} = readArguments()
    if (values.help) {
      console.log(usage)
      return
    }
    const known = values.head === undefined ? null : parseHead(values.head)
    if (values.head !== undefined && known === null)
      throw new UsageError('Give --head as it was printed, such as 41:9f86d081….')
    const {client, keys, description} = await signOffTarget(commandVariables(values.port))
    const documents = await client.withConfig({perspective: 'raw'}).fetch<RecordDocuments>(documentsQuery)
    const verified = verifyRecord(documents, keys, known)
    const {events, requests, head, problems} = verified
    if (problems.length > 0) process.exitCode = 1
    if (values.json) {
      console.log(JSON.stringify(verified, null, 2))
      return
    }
    console.log(`The record of sign-offs in ${description}: ${events} events, ${requests} requests.`)
    for (const problem of problems) console.log(`  ${problem}`)
    if (problems.length === 0) console.log('  Nothing was altered.')
    if (head !== null) console.log(`Its end, to be kept: ${head.number}:${head.hash}`)
  },
  2,
)

function readArguments() {
  try {
    return parseArgs({
      options: {
        head: {type: 'string'},
        json: {type: 'boolean'},
        port: {type: 'string'},
        help: {type: 'boolean', short: 'h'},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'These options are not known.')
  }
}
