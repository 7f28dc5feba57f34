import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {assembleRelease} from '../release/assemble.ts'
import {freePorts} from './free-ports.ts'
import {startNginx} from './nginx.ts'
import {redisProgram} from './redis.ts'
import {type Started, startProgram} from './started.ts'
import {readUnit} from './unit-file.ts'

export type SiteProcess = Started & {url: string}

export type SeveralMachines = {
  /** Of nginx, which speaks HTTPS with a certificate that nobody has signed. */
  url: string
  startProcess: (number: 0 | 1, variables?: {[name: string]: string}) => Promise<SiteProcess>
  startRedis: () => Promise<Started>
  /** @param besides - another server for it, in its own words, for which `certificate` stands in them */
  startNginx: (besides?: string) => Promise<Started>
  redisUrl: string
  /** Ends everything that has been started, and leaves nothing behind. */
  remove: () => Promise<void>
}

type Options = {
  /** The project, with the site built in it. */
  root: string
  /** Tokens, and where the lake is: what /etc/school-trust/site.env would hold. */
  variables: {[name: string]: string}
}

const started = 'Ready in'

/**
 * Puts a release of the built site together, and lets two processes of it be started as the unit of systemd in `deploy/`
 * says, a Redis, and nginx with the configuration in `deploy/`, all on free ports of this machine.
 */
export async function prepareSeveralMachines({root, variables}: Options): Promise<SeveralMachines> {
  const folder = mkdtempSync(path.join(tmpdir(), 'school-trust-machines-'))
  const release = path.join(folder, 'release')
  assembleRelease({root, folder: release})
  const port = await freePorts(5)
  const [redisPort, httpsPort, sitePorts, pagesPort] = [
    port,
    port + 1,
    [port + 2, port + 3],
    port + 4,
  ] as const
  const running = new Set<Started>()
  const start = async (...program: Parameters<typeof startProgram>) => {
    const made = await startProgram(...program)
    running.add(made)
    return made
  }

  return {
    url: `https://localhost:${httpsPort}`,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    startProcess: async (number, more = {}) => {
      const sitePort = sitePorts[number]
      const {before, environment, ...unit} = readUnit(
        path.join(root, 'deploy/systemd/school-trust@.service'),
        {'%i': String(sitePort), '%S': folder, '/srv/school-trust/current': release},
      )
      mkdirSync(path.join(folder, 'school-trust', String(sitePort)), {recursive: true})
      const [prepare = '', ...withRelease] = before
      execFileSync(prepare, withRelease)
      const env = {PATH: process.env.PATH, ...environment, ...variables, ...more}
      const made = await start(unit.start, started, env)
      return {...made, url: `http://127.0.0.1:${sitePort}`}
    },
    // It keeps nothing on a disk: one that starts again knows nothing.
    startRedis: () => start(...redisProgram(redisPort)),
    startNginx: async (besides) => {
      const made = await startNginx({root, folder, httpsPort, sitePorts, pagesPort, besides})
      running.add(made)
      return made
    },
    remove: async () => {
      // Not SIGKILL: nginx would leave its workers behind.
      await Promise.all(Array.from(running, (program) => program.end()))
      await rm(folder, {recursive: true, force: true})
    },
  }
}
