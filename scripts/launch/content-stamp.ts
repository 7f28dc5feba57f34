import {randomUUID} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {LaunchProblem} from './problem.ts'

/** What a data folder says of its content, in `content.json`. */
export type ContentStamp = {
  /** Names this content: pages that were built from content of another name are built again. */
  identity: string
  /** When the demo content had been brought whole; null until then. */
  broughtOn: string | null
  /** Names the last run of a site on this folder; null before the first. */
  run: string | null
}

const stampFile = (dataFolder: string) => path.join(dataFolder, 'content.json')

/** Beside the built pages: the run that kept them up to date last. */
const runFile = (builtSite: string) => path.join(builtSite, 'content-run')

/** @throws LaunchProblem with the remedy when the file is broken */
export function readStamp(dataFolder: string): ContentStamp | null {
  const file = stampFile(dataFolder)
  if (!existsSync(file)) return null
  try {
    const {identity, broughtOn, run} = JSON.parse(readFileSync(file, 'utf8'))
    return {
      identity: String(identity),
      broughtOn: broughtOn ? String(broughtOn) : null,
      run: run ? String(run) : null,
    }
  } catch {
    throw new LaunchProblem(
      `${file} cannot be read, so it is not known whether the demo content is in place.\n` +
        'Delete that file and start again: documents that exist stay as they are.',
    )
  }
}

export function writeStamp(dataFolder: string, stamp: ContentStamp): void {
  writeFileSync(stampFile(dataFolder), JSON.stringify(stamp))
}

/**
 * The identity of content that has been brought whole, else null. It is a new one when the built pages have followed
 * another run than the folder's last: a backup was put back, or the content was changed with `npm run dev`.
 */
export function findIdentity(dataFolder: string, builtSite: string): string | null {
  const stamp = readStamp(dataFolder)
  if (!stamp?.broughtOn) return null
  const file = runFile(builtSite)
  const pagesRun = existsSync(file) ? readFileSync(file, 'utf8') : null
  if (stamp.run === pagesRun) return stamp.identity
  const identity = randomUUID()
  writeStamp(dataFolder, {...stamp, identity})
  return identity
}

/**
 * To be called before a site starts on the folder.
 * @param builtSite where the pages are that it keeps up to date; null with hot reload, which keeps none
 */
export function beginRun(dataFolder: string, builtSite: string | null): void {
  const stamp = readStamp(dataFolder)
  if (!stamp) return
  const run = randomUUID()
  writeStamp(dataFolder, {...stamp, run})
  if (builtSite === null) return
  mkdirSync(builtSite, {recursive: true})
  writeFileSync(runFile(builtSite), run)
}
