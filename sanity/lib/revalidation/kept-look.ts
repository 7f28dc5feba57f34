import {readFileSync} from 'node:fs'
import {rename, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {buildName} from '../build-name.ts'
import {isFields} from '../parse.ts'
import {reportContentProblem} from '../report.ts'
import {parseSeen, type Seen} from './missed-changes.ts'

/** What a look at the content found, and when, in milliseconds since 1970. */
export type KeptLook = {state: string; at: number; documents: Map<string, Seen>}

/** Beside the pages that were made from it: they are kept and lost together. */
const fileOf = (folder: string) => path.join(folder, '.next/content-seen.json')

/**
 * The last look of the process that served these pages before, so that what nobody told of while none did is found.
 * @param folder - of the built site
 * @returns null when there is none that can be read
 */
export function readKeptLook(folder: string): KeptLook | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileOf(folder), 'utf8'))
    // The pages of another build may have been made from other content.
    if (!isFields(kept) || kept.build !== buildName(folder)) return null
    const {state, at, documents} = kept
    if (typeof state !== 'string' || typeof at !== 'number') return null
    return {state, at, documents: parseSeen(documents)}
  } catch {
    return null
  }
}

/** Keeps a look for the next process. Never throws: without it, what is missed around a restart is seen in an hour. */
export async function keepLook(folder: string, {state, at, documents}: KeptLook): Promise<void> {
  try {
    const kept = {build: buildName(folder), state, at, documents: [...documents.values()].map(asAnswered)}
    await writeFile(`${fileOf(folder)}.new`, JSON.stringify(kept), {mode: 0o600})
    await rename(`${fileOf(folder)}.new`, fileOf(folder))
  } catch (error) {
    reportContentProblem(`what the content was is remembered until the next start only: ${String(error)}`)
  }
}

/** As `comparedQuery` answers it, which is read back in the same way. */
function asAnswered({id, type, revision, changedAt, ...more}: Seen) {
  return {...more, _id: id, _type: type, _rev: revision, _updatedAt: new Date(changedAt).toISOString()}
}
