import {readFile, statfs} from 'node:fs/promises'
import path from 'node:path'
import {env} from '#lib/env.ts'
import {
  buildCheck,
  contentCheck,
  diskCheck,
  type HealthCheck,
  mailCheck,
  revalidationCheck,
  sharingCheck,
  signOffCheck,
} from '#lib/health/checks.ts'
import {lastLetter} from '#lib/mail/last-letter.ts'
import {sharedState} from '#lib/shared-state.ts'
import {steadyNow} from '#lib/steady-clock.ts'
import {contentClient} from './client.ts'
import {ContentUnreadableError, classifyReadError} from './errors.ts'
import {isFields} from './parse.ts'
import {lastRevalidation, missedChanges} from './revalidation/last-revalidation.ts'
import {sharing} from './sharing/exchange.ts'

/** However many ask, the lake and the disk are looked at once in this time. */
const lookEveryMs = 5_000

/** A monitor does not wait longer. */
const patienceMs = 5_000

type Looked = {content: HealthCheck; disk: HealthCheck; build: HealthCheck}

type Memory = {
  /** The id of the build that this process began with. */
  startedBuild: Promise<string | null>
  looking: Promise<Looked> | null
  /** By the clock that never jumps. */
  lookedAt: number
}

function memory(): Memory {
  return sharedState<Memory>(
    'health',
    () => ({startedBuild: readBuildId(), looking: null, lookedAt: 0}),
    (value): value is Memory => isFields(value) && 'startedBuild' in value,
  )
}

export type HealthChecks = Looked & {
  revalidation: HealthCheck
  sharing: HealthCheck
  mail: HealthCheck
  signOff: HealthCheck
}

/** How each part of this process is. Cheap however often it is asked: nothing that is asked for costs the lake more. */
export async function checkHealth(): Promise<HealthChecks> {
  const {mail, webhookSecret, signOffKey, writeToken} = env()
  return {
    ...(await look()),
    revalidation: revalidationCheck(
      {hasSecret: webhookSecret !== null, missed: missedChanges(), last: lastRevalidation()},
      Date.now(),
    ),
    sharing: sharingCheck(sharing()),
    mail: mailCheck({kind: mail.kind, last: lastLetter()}),
    signOff: signOffCheck({hasKey: signOffKey !== null, hasToken: writeToken !== null}),
  }
}

/** To be called when the site starts: remembers which build it runs. */
export function rememberBuild(): void {
  memory()
}

function look(): Promise<Looked> {
  const kept = memory()
  if (kept.looking !== null && steadyNow() - kept.lookedAt < lookEveryMs) return kept.looking
  kept.lookedAt = steadyNow()
  kept.looking = lookAround(kept.startedBuild)
  return kept.looking
}

async function lookAround(startedBuild: Promise<string | null>): Promise<Looked> {
  const [problem, freeBytes, started, found] = await Promise.all([
    contentProblem(),
    leastFreeBytes([env().dataFolder, builtSite]),
    startedBuild,
    readBuildId(),
  ])
  // A development server builds as it goes.
  const build: HealthCheck =
    process.env.NODE_ENV === 'development'
      ? {status: 'pass', reason: 'This is the development server.'}
      : buildCheck(started, found)
  return {content: contentCheck(problem), disk: diskCheck(freeBytes), build}
}

/** Whether Content Lake answers the site's own token, without reading any content. */
async function contentProblem(): Promise<'refused' | 'down' | null> {
  try {
    const client = contentClient().withConfig({timeout: patienceMs, maxRetries: 0})
    const answer: unknown = await client.fetch(
      'count(*[_id == "siteSettings"])',
      {},
      {stega: false, tag: 'health'},
    )
    // A web server's page for maintenance comes with status 200 too.
    return typeof answer === 'number' ? null : 'down'
  } catch (error) {
    return classifyReadError(error) instanceof ContentUnreadableError ? 'refused' : 'down'
  }
}

/** Where the pages are kept. */
const builtSite = path.join(process.cwd(), '.next')

function readBuildId(): Promise<string | null> {
  return readFile(path.join(builtSite, 'BUILD_ID'), 'utf8').then(
    (id) => id.trim(),
    () => null,
  )
}

/** A folder that is not there, as the data folder with a hosted project, is on the disk of another. */
async function leastFreeBytes(folders: string[]): Promise<number | null> {
  const found = await Promise.all(folders.map((folder) => statfs(folder).catch(() => null)))
  const free = found.flatMap((disk) => (disk === null ? [] : [disk.bavail * disk.bsize]))
  return free.length === 0 ? null : Math.min(...free)
}
