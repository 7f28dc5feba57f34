import {existsSync} from 'node:fs'
import path from 'node:path'
import {LaunchProblem} from '../launch/problem.ts'
import {runCommand} from './commands.ts'

/** What the tests of several processes and the measurements start: any of the names will do. Debian’s package has the first. */
const programs = {
  redis: ['redis-server', 'valkey-server'],
  nginx: ['nginx'],
  openssl: ['openssl'],
  wrk: ['wrk'],
} as const

export type Program = keyof typeof programs

const ofTests: readonly Program[] = ['redis', 'nginx', 'openssl']

/** Debian keeps servers where only root looks for programs. */
const places = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']

/** @throws LaunchProblem when it is not there; `installPrograms` sees to that */
export function programPath(program: Program): string {
  const found = find(program)
  if (found !== null) return found
  throw new LaunchProblem(
    `${program} is not installed: npm test and npm run bench do that on Debian, as root.`,
  )
}

/**
 * Makes sure that programs are there which are started beside the site: installed already, else (on Debian, as root) from
 * Debian’s packages, now.
 * @param wanted - those of the tests unless others are named
 * @throws LaunchProblem when some are missing and cannot be installed
 */
export async function installPrograms(wanted = ofTests): Promise<void> {
  const packages = missing(wanted)
  if (packages.length === 0) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write(`Installing Debian’s packages ${packages.join(', ')} …\n`)
    await runCommand('apt-get', ['update', '-qq'])
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  }
  if (missing(wanted).length === 0) return
  throw new LaunchProblem(
    `This needs ${packages.join(', ')}, and not all were found.\n` +
      `Install them (on Debian: sudo apt-get install ${packages.join(' ')}), then try again.`,
  )
}

function missing(wanted: readonly Program[]): string[] {
  return wanted
    .map((program) => programs[program])
    .flatMap((names) => (names.some(isInstalled) ? [] : [names[0]]))
}

function find(program: Program): string | null {
  const candidates = programs[program].flatMap((name) => places.map((place) => path.join(place, name)))
  return candidates.find((candidate) => existsSync(candidate)) ?? null
}

const isInstalled = (name: string) => places.some((place) => existsSync(path.join(place, name)))
