import {existsSync} from 'node:fs'
import path from 'node:path'
import {LaunchProblem} from '../launch/problem.ts'
import {runCommand} from './commands.ts'

/** What the tests of several processes start: any of the names will do. Debian’s package has the first. */
const programs = {
  redis: ['redis-server', 'valkey-server'],
  nginx: ['nginx'],
  openssl: ['openssl'],
} as const

export type Program = keyof typeof programs

/** Debian keeps servers where only root looks for programs. */
const places = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']

/** @throws LaunchProblem when it is not there; `installPrograms` sees to that */
export function programPath(program: Program): string {
  const found = find(program)
  if (found !== null) return found
  throw new LaunchProblem(`${program} is not installed: run npm test, which installs it on Debian as root.`)
}

/**
 * Makes sure that the programs are there which the tests of several processes start beside the site: installed already,
 * else (on Debian, as root) from Debian’s packages, now.
 * @throws LaunchProblem when some are missing and cannot be installed
 */
export async function installPrograms(): Promise<void> {
  const packages = missing()
  if (packages.length === 0) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write(`Installing Debian’s packages ${packages.join(', ')} …\n`)
    await runCommand('apt-get', ['update', '-qq'])
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  }
  if (missing().length === 0) return
  throw new LaunchProblem(
    `The tests of several processes need ${packages.join(', ')}, and not all were found.\n` +
      `Install them (on Debian: sudo apt-get install ${packages.join(' ')}), then run npm test again.`,
  )
}

function missing(): string[] {
  return Object.entries(programs).flatMap(([, names]) => (names.some(isInstalled) ? [] : [names[0]]))
}

function find(program: Program): string | null {
  const candidates = programs[program].flatMap((name) => places.map((place) => path.join(place, name)))
  return candidates.find((candidate) => existsSync(candidate)) ?? null
}

const isInstalled = (name: string) => places.some((place) => existsSync(path.join(place, name)))
