/** `npm run doctor` */
import {parseArgs} from 'node:util'
import {EnvironmentError, misspelledVariables, parseEnvironment, type Variables} from '#lib/env.ts'
import {runCommand, UsageError} from './content/command.ts'
import {commandVariables, dataFolderOf} from './content/target.ts'
import {diagnose} from './doctor/diagnose.ts'
import {type Finding, fault, findingsInWords, warning} from './doctor/finding.ts'

const usage = `Looks at the configuration of this site and at everything that it leads to, and says what to mend.

  npm run doctor
  npm run doctor -- --json         as JSON, for programs
  npm run doctor -- --port 4000    of a site on another port

With SANITY_PROJECT_ID set: the project, its dataset, tokens, CORS origin and webhook, the site at SITE_URL, the mail
server, and the key of sign-offs. Without it: this machine. With REDIS_URL set, Redis too. It changes nothing and sends no
letter.
Ends with code 0 when nothing has to be mended, 1 when something has, 2 when it could not look.`

await runCommand(
  usage,
  async () => {
    const values = readArguments()
    if (values.help) {
      console.log(usage)
      return
    }
    const findings = await look(commandVariables(values.port))
    console.log(values.json ? JSON.stringify(findings, null, 2) : findingsInWords(findings))
    if (findings.some(({state}) => state === 'fault')) process.exitCode = 1
  },
  2,
)

async function look(variables: Variables): Promise<Finding[]> {
  const hints = misspelledVariables(variables).map((says) => warning(says, 'Rename it, or take it away.'))
  try {
    const environment = parseEnvironment(variables, {readToken: false})
    return [...hints, ...(await diagnose(environment, {dataFolder: dataFolderOf(environment)}))]
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    return [
      ...hints,
      ...error.problems.map((problem) => fault(problem, 'Mend this first, then run this again.')),
    ]
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        json: {type: 'boolean'},
        port: {type: 'string', short: 'p'},
        help: {type: 'boolean', short: 'h'},
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
