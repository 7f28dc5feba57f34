/** `npm start`: everything that the site needs, in order, and all of it stopped again together. */
import {existsSync} from 'node:fs'
import path from 'node:path'
import {type Environment, EnvironmentError, parseEnvironment} from '#lib/env.ts'
import {ArgumentsError, type LaunchArguments, parseLaunchArguments, usage} from './arguments.ts'
import {buildSite, buildStudio} from './builds.ts'
import {confirmFresh, prepareDataFolder, setContentAside} from './data-folder.ts'
import {type LocalLake, startLocalLake} from './local-lake.ts'
import {requireFreePort} from './ports.ts'
import {LaunchProblem} from './problem.ts'
import type {Part} from './processes.ts'
import {startSite, startStudioServer} from './site.ts'

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
    await requireFreePort(environment.host, environment.port, 'site')
    if (args.dev) await requireFreePort('127.0.0.1', studioPort(environment), 'Studio’s own server')
    const lake = await prepareContent(environment, args, dataFolder, parts)
    const variables = siteVariables(environment, args, lake)
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
    parts.push(await startSite({...environment, root, environment: variables, dev: args.dev}))
    announce(environment)
    const first = await Promise.race(parts.map(async (part) => ({part, words: await part.ended})))
    throw new LaunchProblem(
      `The ${first.part.name} has stopped, so everything was stopped.\n\n${first.words}`,
    )
  } catch (error) {
    await stopAll(parts)
    throw error
  }
}

function readEnvironment(args: LaunchArguments): Environment {
  for (const file of ['.env.local', '.env']) {
    if (existsSync(path.join(root, file))) process.loadEnvFile(path.join(root, file))
  }
  return parseEnvironment({...process.env, ...(args.port === null ? {} : {PORT: String(args.port)})})
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
  const port = Number(new URL(environment.source.lakeUrl).port)
  await requireFreePort('127.0.0.1', port, 'embedded Content Lake')
  if (args.fresh) {
    if (!args.yes && !(await confirmFresh(dataFolder))) throw new LaunchProblem('Nothing was changed.')
    const backup = setContentAside(dataFolder, new Date())
    if (backup) process.stdout.write(`  What there was is kept in ${path.relative(root, backup)}\n`)
  }
  return startLocalLake({root, dataFolder, port, environment, parts})
}

/** The environment of the site's process; `.env` files are merged in already, so Next.js finds nothing new. */
function siteVariables(
  environment: Environment,
  {dev}: LaunchArguments,
  lake: LocalLake | null,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(environment.port),
    HOST: environment.host,
    SITE_URL: environment.siteUrl,
    ...(dev && {STUDIO_DEV_URL: `http://127.0.0.1:${studioPort(environment)}`}),
    ...(lake && {
      LAKE_URL: lake.url,
      SANITY_API_READ_TOKEN: lake.readToken,
      SANITY_API_WRITE_TOKEN: lake.writeToken,
      SANITY_WEBHOOK_SECRET: lake.webhookSecret,
    }),
  }
}

/** `npm run dev` serves the Studio's modules beside the site and the lake. */
function studioPort({port}: Environment): number {
  return port + 2
}

/** What static pages hold besides the code: content of this dataset, absolute addresses, and a word to robots. */
function pageSettings({source, siteUrl, indexable}: Environment, lake: LocalLake | null): string[] {
  const content =
    source.kind === 'hosted' ? `${source.projectId}/${source.dataset}` : `local/${lake?.identity}`
  return [content, siteUrl, String(indexable)]
}

function announce({siteUrl, source}: Environment): void {
  const content =
    source.kind === 'hosted'
      ? `Sanity project ${source.projectId}, dataset ${source.dataset}`
      : 'the embedded Content Lake on this machine'
  process.stdout.write(
    `\n  Site     ${siteUrl}\n  Studio   ${siteUrl}/studio\n  Content  ${content}\n\n  Press Ctrl-C to stop.\n`,
  )
}

let stopping: Promise<void> | null = null

function stopAll(parts: Part[]): Promise<void> {
  stopping ??= (async () => {
    // The site first: it needs the lake to answer what is still under way.
    for (const part of parts.toReversed()) await part.stop()
  })()
  return stopping
}

function stopOnSignals(parts: Part[]): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, async () => {
      process.stdout.write('\n  Stopping …\n')
      await stopAll(parts)
      process.exit(0)
    })
  }
}

try {
  await start()
} catch (error) {
  const expected =
    error instanceof LaunchProblem || error instanceof EnvironmentError || error instanceof ArgumentsError
  if (stopping === null || expected) {
    const words = expected ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`\n${words}\n`)
  }
  process.exitCode = 1
}
