/** `npm run release -- folder` */
import path from 'node:path'
import {parseArgs} from 'node:util'
import {parseEnvironment} from '#lib/env.ts'
import {runCommand, UsageError} from './content/command.ts'
import {loadEnvironmentFiles} from './environment-files.ts'
import {buildSite, buildStudio, siteOutput} from './launch/builds.ts'
import {forgetBuild} from './launch/fingerprint.ts'
import {pageSettings, siteVariables} from './launch/site-variables.ts'
import {assembleRelease} from './release/assemble.ts'

const usage = `Builds the site and the Studio for a server, and puts all that the server needs into one folder.

  npm run release -- ../releases/2026-03-01

It needs the settings of the server (see .env.example), because pages are made from its content. What to do with the
folder is in docs/several-machines.md.`

const root = path.resolve(import.meta.dirname, '..')

await runCommand(usage, async () => {
  const {positionals, values} = readArguments()
  if (values.help) return console.log(usage)
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new UsageError('Give the name of one folder.')
  loadEnvironmentFiles(root, 'production')
  const environment = parseEnvironment(process.env)
  if (environment.source.kind === 'local') {
    throw new UsageError(
      'A release is for a server, and the embedded Content Lake is for one machine: set SANITY_PROJECT_ID.',
    )
  }
  const build = {root, environment: siteVariables(root, environment, {dev: false}, null)}
  await buildStudio(build)
  // Anew each time: the pages of an earlier build say what was published then.
  forgetBuild(siteOutput(root))
  await buildSite(build, pageSettings(environment, null))
  const target = path.resolve(folder)
  assembleRelease({root, folder: target})
  console.log(`The release is in ${target}`)
})

function readArguments() {
  try {
    return parseArgs({allowPositionals: true, options: {help: {type: 'boolean'}}})
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
