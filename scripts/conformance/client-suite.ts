import {spawn} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {startLake} from '#sanity/lake/server.ts'
import {beyondALake} from './client/beyond-a-lake.ts'
import {ConformanceProblem} from './problem.ts'

/** The clients that ask a lake, by who uses them: the names of their packages here. */
const clients = {studio: '@sanity/client-for-studio', site: '@sanity/client'} as const
export type ClientUser = keyof typeof clients

export function isClientUser(name: string): name is ClientUser {
  return Object.hasOwn(clients, name)
}

/**
 * The integration tests of `@sanity/client`, out of a checkout of its repository, with the client of this project that
 * the Studio or the site uses, against a lake.
 * @param folder - the checkout, with its packages installed
 * @returns whether all of them pass
 * @throws ConformanceProblem when the folder holds something else
 */
export async function runClientSuite(folder: string, user: ClientUser): Promise<boolean> {
  const checkout = path.resolve(folder)
  const vitest = vitestOf(checkout)
  const client = clients[user]
  const [tests, asked] = [path.join(checkout, 'package.json'), inPackages(`${client}/package.json`)].map(
    versionIn,
  )
  console.log(`The tests of @sanity/client ${tests}, with the ${user}’s client, ${asked}`)
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'lake-conformance-'))
  const lake = await startLake({port: 0, dataFolder})
  try {
    const environment = {
      CONFORMANCE_LAKE: lake.url,
      CONFORMANCE_TOKEN: lake.secrets.writeToken,
      CONFORMANCE_CLIENT: inPackages(client),
      CONFORMANCE_STEGA_CLIENT: inPackages(`${client}/stega`),
    }
    const code = await runVitest(vitest, checkout, environment)
    for (const request of new Set(lake.unknownRequests)) console.log(`The lake does not know: ${request}`)
    for (const [file, need] of Object.entries(beyondALake))
      console.log(`Not asked: ${file}, which needs ${need}.`)
    return code === 0
  } finally {
    await lake.close()
    rmSync(dataFolder, {recursive: true, force: true})
  }
}

/** The file of this project's packages that an import means. */
function inPackages(name: string): string {
  return fileURLToPath(import.meta.resolve(name))
}

function versionIn(file: string): string {
  const description: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const isNamed = typeof description === 'object' && description !== null && 'version' in description
  return isNamed ? String(description.version) : 'of no version'
}

/** The program that runs the tests, the checkout's own. @throws ConformanceProblem */
function vitestOf(checkout: string): string {
  if (!existsSync(path.join(checkout, 'test/integration/helpers.ts'))) {
    throw new ConformanceProblem(
      `${checkout} is no checkout of @sanity/client: it has no test/integration. Get it with: git clone https://github.com/sanity-io/client`,
    )
  }
  try {
    const description = createRequire(path.join(checkout, 'package.json')).resolve('vitest/package.json')
    return path.join(path.dirname(description), 'vitest.mjs')
  } catch {
    throw new ConformanceProblem(`${checkout} has no vitest. Install its packages there first: pnpm install`)
  }
}

function runVitest(
  vitest: string,
  root: string,
  environment: {[name: string]: string},
): Promise<number | null> {
  const config = path.join(import.meta.dirname, 'client/vitest.config.ts')
  const child = spawn(process.execPath, [vitest, 'run', '--root', root, '--config', config], {
    cwd: root,
    env: {...process.env, ...environment},
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}
