/** `npm run lake:conformance -- <suite>`: whether real clients can tell the embedded lake from a hosted one. */
import {parseArgs} from 'node:util'
import {runCommand, UsageError, wholeNumber} from './content/command.ts'

const usage = `Asks an embedded Content Lake what public suites ask a hosted one. Each suite starts a lake of its own, with data that
go afterwards; nothing in .data/ is touched. The exit code is 0 when no fault of the lake was found.

  npm run lake:conformance -- groq --data <folder>    Sanity's GROQ test suite: the folder holds suite.ndjson.gz
      --report docs/groq-conformance.md               also keeps the list in that file
  npm run lake:conformance -- client --data <folder>  the integration tests of @sanity/client: a checkout of its
                                                      repository, with its packages installed
      --client studio                                 with the client that the Studio or the site (--client site) uses
  npm run lake:conformance -- import-export           content through Sanity's importer and exporter, byte by byte
      --documents 2000 --images 200 --seed 1          how much of it, and which
  npm run lake:conformance -- studio --minutes 60     work in the real Studio, in Chromium, by two editors
      --seed 1                                        in which order`

type Options = ReturnType<typeof parse>['values']

/** Each loads what it needs alone: two of them need a browser's or an importer's programs, which are large. */
const suites = new Map<string, (options: Options) => Promise<boolean>>([
  [
    'groq',
    async (options) => {
      const folder = required('data', options.data)
      const {runGroqSuite} = await import('./conformance/groq-suite.ts')
      return runGroqSuite(folder, options.report)
    },
  ],
  [
    'client',
    async (options) => {
      const folder = required('data', options.data)
      const {isClientUser, runClientSuite} = await import('./conformance/client-suite.ts')
      if (!isClientUser(options.client)) {
        throw new UsageError(`--client is “${options.client}”, and has to be studio or site.`)
      }
      return runClientSuite(folder, options.client)
    },
  ],
  [
    'import-export',
    async (options) => {
      const seed = wholeNumber('seed', options.seed)
      const documents = wholeNumber('documents', options.documents)
      const images = wholeNumber('images', options.images)
      const {runTransferSuite} = await import('./conformance/transfer-suite.ts')
      return runTransferSuite({seed, documents, images})
    },
  ],
  [
    'studio',
    async (options) => {
      const [minutes, seed] = [wholeNumber('minutes', options.minutes), wholeNumber('seed', options.seed)]
      const {runStudioSuite} = await import('./conformance/studio-suite.ts')
      return runStudioSuite({minutes, seed})
    },
  ],
])

await runCommand(usage, async () => {
  const {positionals, values} = parse()
  const [name, ...more] = positionals
  const suite = name === undefined || more.length > 0 ? undefined : suites.get(name)
  if (!suite) throw new UsageError(`Name one suite: ${[...suites.keys()].join(', ')}.`)
  if (!(await suite(values))) process.exitCode = 1
})

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: {type: 'string'},
        report: {type: 'string'},
        documents: {type: 'string', default: '2000'},
        images: {type: 'string', default: '200'},
        minutes: {type: 'string', default: '60'},
        seed: {type: 'string', default: '1'},
        client: {type: 'string', default: 'studio'},
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** @throws UsageError */
function required(option: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value
  throw new UsageError(`--${option} is missing.`)
}
