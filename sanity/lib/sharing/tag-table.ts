import {randomUUID} from 'node:crypto'
import {closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync} from 'node:fs'
import path from 'node:path'
import {tagsManifest} from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import {sharedState} from '#lib/shared-state.ts'
import {earlierNow, steadyNow} from '#lib/steady-clock.ts'
import {isOver, type Marks, newMark, parseMarks, unknownMarks} from '#lib/tag-marks.ts'
import {buildName} from '../build-name.ts'
import {isFields} from '../parse.ts'
import {reportContentProblem} from '../report.ts'

type Entry = {
  mark: string
  /** When this process learned of it, by its own clock, in milliseconds since 1970. */
  at: number
  /** Whether the pages that it is about have been made again since. */
  isFollowed: boolean
  /** Whether the others can know of it. */
  isShared: boolean
}

type Memory = {
  entries: Map<string, Entry>
  /** Of the built site, where the table is kept; null where no page is kept either, as with `npm run dev`. */
  folder: string | null
}

/** Beside the pages that it is about: they are kept and lost together. */
const fileOf = (folder: string) => path.join(folder, '.next/tag-table.json')

function memory(): Memory {
  return sharedState<Memory>(
    'tag-table',
    () => ({entries: new Map(), folder: null}),
    (value): value is Memory => isFields(value) && value.entries instanceof Map,
  )
}

/** Writes down that this process makes tags out of date, so that neither a restart nor another process misses it. */
export function noteTags(tags: string[]): Marks {
  // Of two clocks the later: a mark that is dated too early is thrown away before everybody has followed it.
  const mark = newMark(Math.max(Date.now(), steadyNow()), randomUUID())
  const marks = Object.fromEntries(tags.map((tag) => [tag, mark]))
  enter(marks, false)
  return marks
}

/**
 * Makes out of date here what another process has made out of date there. Where this one has a mark that the others
 * cannot know yet, that stays and goes to them: for each of two changes somebody would miss the other.
 * @returns the marks that were new here
 */
export function takeMarks(theirs: Marks): Marks {
  const {entries} = memory()
  const marks = unknownMarks(theirs, entries)
  const names = Object.entries(marks)
  markOutOfDate(Object.keys(marks))
  if (names.length > 0)
    enter(Object.fromEntries(names.filter(([tag]) => entries.get(tag)?.isShared !== false)), true)
  return marks
}

/** Pages with these tags, made until now, are shown once more at most while new ones are made, as with `max`. */
export function markOutOfDate(tags: string[], at = steadyNow()): void {
  for (const tag of tags) tagsManifest.set(tag, {...tagsManifest.get(tag), stale: at})
}

/** When this process learned last that a tag is out of date, in milliseconds since 1970; null when it never did. */
export function markedAt(tag: string): number | null {
  return memory().entries.get(tag)?.at ?? null
}

/** Says that the pages are made again. A tag that was marked anew meanwhile stays as it is. */
export function noteFollowed(marks: Marks): void {
  change(marks, (entry) => ({...entry, isFollowed: true}))
}

export function noteShared(marks: Marks): void {
  change(marks, (entry) => ({...entry, isShared: true}))
}

export function allMarks(): Marks {
  return marksOf([...memory().entries])
}

/** What the others cannot know yet. */
export function unsharedMarks(): Marks {
  return marksOf([...memory().entries].filter(([, {isShared}]) => !isShared))
}

/**
 * Reads what was written down before this process started. What it had not followed when it ended counts as made out
 * of date now: a page may have been finished meanwhile that was begun before. So does everything for a new build,
 * whose pages may have been read before the change.
 * @param folder - of the built site, in which the table is kept from now on
 */
export function openTable(folder: string): void {
  const now = Date.now()
  memory().folder = folder
  const kept = readFile(folder)
  const isSameBuild = kept?.build === buildName(folder)
  for (const [tag, entry] of kept?.entries ?? []) {
    if (isOver(entry.mark, earlierNow())) continue
    const at = isSameBuild && entry.isFollowed ? Math.min(entry.at, now) : now
    memory().entries.set(tag, {...entry, at})
    markOutOfDate([tag], at)
  }
}

function enter(marks: Marks, isShared: boolean): void {
  const {entries} = memory()
  const at = Date.now()
  for (const [tag, {mark}] of entries) if (isOver(mark, earlierNow())) entries.delete(tag)
  for (const [tag, mark] of Object.entries(marks)) entries.set(tag, {mark, at, isFollowed: false, isShared})
  writeFile()
}

function change(marks: Marks, how: (entry: Entry) => Entry): void {
  const {entries} = memory()
  for (const [tag, mark] of Object.entries(marks)) {
    const entry = entries.get(tag)
    if (entry?.mark === mark) entries.set(tag, how(entry))
  }
  writeFile()
}

const marksOf = (entries: [string, Entry][]): Marks =>
  Object.fromEntries(entries.map(([tag, {mark}]) => [tag, mark]))

/** On the disk when this returns: a change that was answered must not be forgotten. */
function writeFile(): void {
  const {folder, entries} = memory()
  if (folder === null) return
  const file = fileOf(folder)
  try {
    const handle = openSync(`${file}.new`, 'w', 0o600)
    try {
      writeSync(handle, JSON.stringify({build: buildName(folder), entries: [...entries]}))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(`${file}.new`, file)
  } catch (error) {
    reportContentProblem(`what has changed is remembered until the next start only: ${String(error)}`)
  }
}

function readFile(folder: string): {build: string; entries: [string, Entry][]} | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileOf(folder), 'utf8'))
    if (!isFields(kept) || typeof kept.build !== 'string' || !Array.isArray(kept.entries)) return null
    return {build: kept.build, entries: kept.entries.filter(isNamedEntry)}
  } catch {
    return null
  }
}

function isNamedEntry(value: unknown): value is [string, Entry] {
  if (!Array.isArray(value)) return false
  const [tag, entry] = value
  return (
    typeof tag === 'string' &&
    isFields(entry) &&
    tag in parseMarks({[tag]: entry.mark}) &&
    typeof entry.at === 'number' &&
    typeof entry.isFollowed === 'boolean' &&
    typeof entry.isShared === 'boolean'
  )
}
