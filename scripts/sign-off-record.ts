/** `npm run sign-off:record` */
import {userInfo} from 'node:os'
import {parseArgs} from 'node:util'
import {findUnagreed, recordExisting} from '#sanity/sign-off/record-existing.ts'
import {runCommand, UsageError} from './content/command.ts'
import {commandVariables} from './content/target.ts'
import {signOffTarget} from './sign-off/target.ts'

const usage = `Lists what is published without an agreement, which visitors do not see, and can write down that it stood on the
site before there was sign-off: then they do. Use it once, on the day when sign-off begins.

  npm run sign-off:record              lists, and writes nothing
  … --write                            writes a record for everything in the list
  … --only testimonial-1,school-2      for these documents alone
  … --port 4000                        for a site that runs on another port

With SANITY_PROJECT_ID, SANITY_DATASET, SANITY_API_WRITE_TOKEN and SIGN_OFF_KEY set: in that hosted dataset.`

await runCommand(usage, async () => {
  const {values} = readArguments()
  if (values.help) {
    console.log(usage)
    return
  }
  const {ledger, client, description} = await signOffTarget(commandVariables(values.port))
  const only = values.only?.split(',')
  const found = await findUnagreed({client, ledger})
  const unknown = only?.filter((id) => !found.some(({subject}) => subject.id === id)) ?? []
  if (unknown.length > 0)
    throw new UsageError(`Not in the list of what is published without an agreement: ${unknown.join(', ')}`)
  const chosen = found.filter(({subject}) => only?.includes(subject.id) ?? true)
  console.log(`In ${description}:`)
  for (const {subject, title} of chosen) console.log(`  ${subject.type}  ${subject.id}  ${title}`)
  if (chosen.length === 0) console.log('  Everything that is published has an agreement.')
  else if (values.write) {
    const {username} = userInfo()
    await recordExisting(chosen, {by: 'command-line', byName: `${username}, on the command line`}, {ledger})
    console.log(`Recorded: ${chosen.length}. Visitors see it within minutes.`)
  } else console.log('Nothing was written. Add --write to record these.')
})

function readArguments() {
  try {
    return parseArgs({
      options: {
        write: {type: 'boolean'},
        only: {type: 'string'},
        port: {type: 'string'},
        help: {type: 'boolean', short: 'h'},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'These options are not known.')
  }
}
