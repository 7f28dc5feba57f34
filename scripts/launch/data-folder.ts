import {accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync} from 'node:fs'
import path from 'node:path'
import {createInterface} from 'node:readline/promises'
import {systemErrorCode} from '#lib/system-error-code.ts'
import {LaunchProblem} from './problem.ts'

const {R_OK, W_OK, X_OK} = constants

/** Files below these are written once. */
const fixed = new Set(['assets', 'backups'])

/** Stay when content is put back: keys of the installation, and earlier backups. */
const kept = new Set(['secrets.json', 'backups'])

/**
 * Makes the data folder if it is missing.
 * @throws LaunchProblem when it is not a folder that this user may write to, with all that is kept in it
 */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700})
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new LaunchProblem(
        `${folder} should be the folder of this installation’s data, but a file stands in the way.\n` +
          'Move that file elsewhere, or set DATA_FOLDER to another place.',
      )
    }
    throw noRights(folder, folder, code)
  }
  requireRights(folder)
}

/** Everything that the lake writes to: all folders, and all files but those that stay as they were uploaded. */
function requireRights(folder: string): void {
  const visit = (name: string, isFolder: boolean, isFixed: boolean) => {
    try {
      accessSync(name, isFolder ? R_OK | W_OK | X_OK : isFixed ? R_OK : R_OK | W_OK)
    } catch (error) {
      throw noRights(folder, name, systemErrorCode(error))
    }
    if (!isFolder) return
    for (const entry of readdirSync(name, {withFileTypes: true})) {
      visit(path.join(name, entry.name), entry.isDirectory(), isFixed || fixed.has(entry.name))
    }
  }
  visit(folder, true, false)
}

function noRights(folder: string, name: string, code: string | null): LaunchProblem {
  const what = name === folder ? `The data folder ${folder}` : `${name} in the data folder`
  return new LaunchProblem(
    `${what} cannot be read and written by this user (${code}).\n` +
      `Give this user the right to read and write ${folder} and all that is in it, or set DATA_FOLDER to another place.`,
  )
}

/**
 * Puts all content aside, into a folder below `backups/`, so that the demo content comes back at this start.
 * @returns the backup's folder, or null when there was nothing to put aside
 */
export function setContentAside(folder: string, now: Date): string | null {
  const entries = existsSync(folder) ? readdirSync(folder).filter((entry) => !kept.has(entry)) : []
  if (entries.length === 0) return null
  const backup = path.join(folder, 'backups', now.toISOString().replaceAll(':', '-'))
  mkdirSync(backup, {recursive: true})
  for (const entry of entries) renameSync(path.join(folder, entry), path.join(backup, entry))
  return backup
}

/**
 * Asks on the terminal whether the content may be put aside.
 * @throws LaunchProblem when there is nobody to ask
 */
export async function confirmFresh(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new LaunchProblem(
      'npm start -- --fresh replaces all content with the demo content, and asks before it does.\n' +
        'There is no terminal to ask on: add --yes if that is what you want.',
    )
  }
  const question = createInterface({input: process.stdin, output: process.stdout})
  const answer = await question.question(
    `All content in ${folder} will be replaced with the demo content; a backup of it is kept. Go on? (yes/no) `,
  )
  question.close()
  return /^y(es)?$/i.test(answer.trim())
}
