/** `npm start`: everything that the site needs, in order, and all of it stopped again together. */
import path from 'node:path'
import {type Environment, EnvironmentError, misspelledVariables, parseEnvironment} from '#lib/env.ts'
import {loadEnvironmentFiles} from '../environment-files.ts'
import {ArgumentsError, type LaunchArguments, parseLaunchArguments, usage} from './arguments.ts'
import {buildSite, buildStudio, siteOutput} from './builds.ts'
import {beginRun} from './content-stamp.ts'
import {confirmFresh, prepareDataFolder, setContentAside} from './data-folder.ts'
import {type LocalLake, startLocalLake} from './local-lake.ts'
import {requireUsablePort} from './ports.ts'
import {LaunchProblem} from './problem.ts'
import {type Part, stopCommands} from './processes.ts'
import {startSite, startStudioServer} from './site.ts'
import {pageSettings, siteVariables, studioPort} from './site-variables.ts'

const root = path.resolve(import.meta.dirname, '../..')

async function start(): Promise<void> {
  const args = parseLaunchArguments(process.argv.slice(2))
  if (args.help) {
    process.stdout.write(`${usage}\n`)
    return
  }
  const environment = readEnvironment(args)
  const dataFolder = path.resolve(root, environment.dataFolder)
  const parts: Part[] = []
  stopOnSignals(parts)
  try {
    await requirePorts(environment, args)
    const lake = await prepareContent(environment, args, dataFolder, parts)
    const variables = siteVariables(root, environment, args, lake)
    if (args.dev) {
      parts.push(
        await startStudioServer({
          ...environment,
          root,
          environment: variables,
          port: studioPort(environment),
        }),
      )
    } else {
      await buildStudio({root, environment: variables})
      await buildSite({root, environment: variables}, pageSettings(environment, lake))
    }
    if (lake) beginRun(dataFolder, args.dev ? null : siteOutput(root))
    parts.push(await startSite({...environment, root, environment: variables, dev: args.dev}))
    announce(environment, performance.now())
    const first = await Promise.race(parts.map(async (part) => ({part, words: await part.ended})))
    throw new LaunchProblem(
      `The ${first.part.name} has stopped unexpectedly, so everything was stopped. Your content is kept: start again.\n\n${first.words}`,
    )
  } catch (error) {
    await stopAll(parts)
    throw error
  }
}

function readEnvironment(args: LaunchArguments): Environment {
  loadEnvironmentFiles(root, args.dev ? 'development' : 'production')
  for (const hint of misspelledVariables(process.env)) process.stderr.write(`  Note: ${hint}\n`)
  return parseEnvironment({...process.env, ...(args.port === null ? {} : {PORT: String(args.port)})})
}

/** Before anything is written: a start that cannot succeed leaves nothing behind. */
async function requirePorts({host, port, source}: Environment, {dev}: LaunchArguments): Promise<void> {
  await requireUsablePort(host, port, 'site')
  if (source.kind === 'local') {
    await requireUsablePort('127.0.0.1', portOf(source.lakeUrl), 'embedded Content Lake')
  }
  if (dev) await requireUsablePort('127.0.0.1', studioPort({port}), 'Studio’s own server')
}

async function prepareContent(
  environment: Environment,
  args: LaunchArguments,
  dataFolder: string,
  parts: Part[],
): Promise<LocalLake | null> {
  if (environment.source.kind === 'hosted') {
    if (args.fresh) {
      throw new LaunchProblem(
        '--fresh is for the embedded Content Lake only: it never touches a hosted dataset.',
      )
    }
    return null
  }
  prepareDataFolder(dataFolder)
  if (args.fresh) {
    if (!args.yes && !(await confirmFresh(dataFolder))) throw new LaunchProblem('Nothing was changed.')
    const backup = setContentAside(dataFolder, new Date())
    if (backup) process.stdout.write(`  What there was is kept in ${path.relative(root, backup)}\n`)
  }
  const port = portOf(environment.source.lakeUrl)
  return startLocalLake({root, dataFolder, builtSite: siteOutput(root), port, environment, parts})
}

const portOf = (url: string) => Number(new URL(url).port)

function announce({siteUrl, source}: Environment, milliseconds: number): void {
  const content =
    source.kind === 'hosted'
      ? `Sanity project ${source.projectId}, dataset ${source.dataset}`
      : 'the embedded Content Lake on this machine'
  process.stdout.write(
    `\n  Ready in ${(milliseconds / 1000).toFixed(1)} s\n\n  Site     ${siteUrl}\n  Studio   ${siteUrl}/studio\n  Content  ${content}\n\n  Press Ctrl-C to stop.\n`,
  )
}

let stopping: Promise<void> | null = null

/** Whether a person (or the system) has asked for the end, after which nothing that ends is a problem. */
let wasAsked = false

function stopAll(parts: Part[]): Promise<void> {
  stopping ??= (async () => {
    await stopCommands()
    // The site first: it needs the lake to answer what is still under way.
    for (const part of parts.toReversed()) await part.stop()
  })()
  return stopping
}

function stopOnSignals(parts: Part[]): void {
  const stop = async () => {
    if (wasAsked) return
    wasAsked = true
    process.stdout.write('\n  Stopping …\n')
    await stopAll(parts)
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  // The channel to `npm start` closes when that is killed outright; waiting for it keeps nothing alive.
  process.once('disconnect', stop)
  process.channel?.unref()
}

try {
  await start()
} catch (error) {
  if (!wasAsked) {
    const isForPeople =
      error instanceof LaunchProblem || error instanceof EnvironmentError || error instanceof ArgumentsError
    const words = isForPeople ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`\n${words}\n`)
    process.exitCode = 1
  }
}
