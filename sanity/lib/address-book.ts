import {setTimeout as wait} from 'node:timers/promises'
import {defineQuery} from 'groq'
import {insideAddress} from '#lib/answers-to-input.ts'
import {env} from '#lib/env.ts'
import {galleryIsShown, isInGallery} from '#lib/gallery.ts'
import {findRedirect, type Redirect} from '#lib/redirect-target.ts'
import {sitePathProblem} from '#lib/redirects.ts'
import {sharedPath, shareFolder} from '#lib/share-address.ts'
import {sharedState} from '#lib/shared-state.ts'
import {pageAddress, schoolAddress, schoolAddresses} from '#lib/site-addresses.ts'
import {isOwnAddress, ownPages} from '#lib/slugs.ts'
import {steadyNow} from '#lib/steady-clock.ts'
import type {AddressBookQueryResult} from '../sanity.types.ts'
import {fetchUnchecked} from './client.ts'
import {classifyReadError} from './errors.ts'
import {isFields} from './parse.ts'
import {reportContentProblem} from './report.ts'
import type {UncheckedFields} from './unchecked.ts'

const addressBookQuery = defineQuery(`{
  "page": *[_type == "page" && defined(slug.current)]{"slug": slug.current, title},
  "school": *[_type == "school" && defined(slug.current)]{"slug": slug.current, "title": name},
  "home": *[_type == "siteSettings" && _id == "siteSettings"][0].homePage->slug.current,
  "redirects": *[_type == "redirect" && defined(from) && defined(to)] | order(_id asc){from, to, permanent}
}`)

export type AddressType = 'page' | 'school'

type AddressBook = {
  page: ReadonlySet<string>
  school: ReadonlySet<string>
  /** Where the home page's slug would put it, which only leads to `/`. */
  home: string | null
  /** That one among them. */
  redirects: readonly Redirect[]
}

type Memory = {
  book: AddressBook | null
  readAt: number
  /** The reading under way, which everyone who asks shares. */
  reading: Promise<AddressBook> | null
  /** Counts what was forgotten: a reading that began before does not count afterwards. */
  edition: number
  forgotten: boolean
  forgottenAt: number
}

/** However many unknown addresses are tried, the lake is asked at most once in this time. */
const freshForMs = 5_000
/** Visitors' addresses are looked up in memory; the webhook says when they change, and this heals one that was lost. */
const addressesLastMs = 5 * 60_000
/** Visitors wait this long after a change for a lake that does not answer, and then go on by what was known. */
const patienceMs = 2_000

function memory(): Memory {
  return sharedState<Memory>(
    'address-book',
    () => ({book: null, readAt: 0, reading: null, edition: 0, forgotten: true, forgottenAt: steadyNow()}),
    (value): value is Memory => isFields(value) && 'book' in value && typeof value.edition === 'number',
  )
}

/**
 * Whether a published document has this address. It lives outside Next.js's cache on purpose: its tags would
 * make every page out of date whenever any page is added.
 * @throws when Content Lake refuses or is down
 */
export async function isKnownAddress(type: AddressType, slug: string): Promise<boolean> {
  const kept = memory()
  const book = isFresh(kept, freshForMs) && kept.book !== null ? kept.book : await readBook()
  return book[type].has(slug)
}

/** What an address of the site stands for. */
export type Place =
  | {kind: 'here'}
  | {kind: 'moved'; to: string; permanent: boolean}
  /** What somebody typed, which is answered at another address inside the site. */
  | {kind: 'answered'; at: string}
  /** Nothing is published there, and no redirect starts there. */
  | {kind: 'unknown'}

/**
 * What is at an address. A page or a school that exists is shown, whatever a redirect says. While the lake is down,
 * the last known addresses hold, and before any are known every address may be one.
 * @param path - as it stands in the request, e.g. `/joining/due-diligence`
 * @param search - what follows it in the request, e.g. `?q=joining`
 */
export async function placeOf(path: string, search = ''): Promise<Place> {
  const at = insideAddress(path, search)
  if (at !== null) return {kind: 'answered', at}
  const book = await knownAddresses()
  return book === null ? {kind: 'here'} : placeIn(book, path)
}

/** As `placeOf`, when it can be told at once; null when the lake should be asked first. */
export function placeInMemory(path: string, search = ''): Place | null {
  const at = insideAddress(path, search)
  if (at !== null) return {kind: 'answered', at}
  const kept = memory()
  return isFresh(kept, addressesLastMs) && kept.book !== null ? placeIn(kept.book, path) : null
}

function placeIn(book: AddressBook, path: string): Place {
  if (isInGallery(path) && !galleryIsShown(env())) return {kind: 'unknown'}
  const isHere = (address: string) => isShown(book, address)
  if (isHere(path)) return {kind: 'here'}
  const moved = findMoved(book, path, isHere) ?? findInLowerCase(book, path, isHere)
  return moved === null ? {kind: 'unknown'} : {kind: 'moved', ...moved}
}

function findMoved(book: AddressBook, path: string, isHere: (address: string) => boolean) {
  return findRedirect(readable(path), book.redirects, isHere) ?? findMovedSchool(book, path, isHere)
}

/** No address has capitals, but posters and telephones write them. Only where something is seen in the end. */
function findInLowerCase(book: AddressBook, path: string, isHere: (address: string) => boolean) {
  const lower = path.toLowerCase()
  if (lower === path) return null
  if (isHere(lower)) return {to: lower, permanent: true}
  const moved = findMoved(book, lower, isHere)
  return moved !== null && isHere(moved.to) ? moved : null
}

/** What is below a school moves with it: its form may be open in somebody's browser. */
function findMovedSchool(book: AddressBook, path: string, isHere: (address: string) => boolean) {
  const [, school, below = ''] = /^(\/schools\/[^/]+)(\/.+)$/.exec(path) ?? []
  const moved = school === undefined ? null : findRedirect(readable(school), book.redirects, isHere)
  const to = moved === null ? '' : moved.to + below
  return moved !== null && isBelowSchool(book, to) ? {...moved, to} : null
}

/** Makes the next question ask the lake: something was published, moved or withdrawn. */
export function forgetAddresses(): void {
  const kept = memory()
  kept.forgotten = true
  kept.forgottenAt = steadyNow()
  kept.reading = null
  kept.edition += 1
}

function isFresh({forgotten, readAt}: Memory, lastingMs: number): boolean {
  return !forgotten && steadyNow() - readAt < lastingMs
}

/** Null while none are known. Nobody waits for addresses that are only old, and a silent lake holds up nobody long. */
async function knownAddresses(): Promise<AddressBook | null> {
  const kept = memory()
  if (isFresh(kept, addressesLastMs)) return kept.book
  const reading = readBookOrKeep()
  const patience = kept.forgottenAt + patienceMs - steadyNow()
  if (kept.book !== null && (!kept.forgotten || patience <= 0)) return kept.book
  return Promise.race([reading, wait(Math.max(patience, 0), kept.book, {ref: false})])
}

/** The addresses as the lake says now, or those that were known if it does not. Never throws. */
async function readBookOrKeep(): Promise<AddressBook | null> {
  const kept = memory()
  const {edition} = kept
  try {
    return await readBook()
  } catch (error) {
    reportContentProblem(classifyReadError(error).message, 'error')
    // Ask again soon, but not for every visitor.
    if (kept.edition === edition) {
      kept.forgotten = false
      kept.readAt = steadyNow() - addressesLastMs + freshForMs
    }
    return kept.book
  }
}

function readBook(): Promise<AddressBook> {
  const kept = memory()
  if (kept.reading !== null) return kept.reading
  const {edition} = kept
  const reading = fetchBook()
    .then((book) => {
      if (kept.edition === edition) Object.assign(kept, {book, readAt: steadyNow(), forgotten: false})
      return book
    })
    .finally(() => {
      if (kept.reading === reading) kept.reading = null
    })
  kept.reading = reading
  return reading
}

async function fetchBook(): Promise<AddressBook> {
  const answer = await fetchUnchecked(addressBookQuery, {}, {perspective: 'published', stega: false})
  const book = isFields(answer) ? answer : null
  if (!Array.isArray(book?.page) || !Array.isArray(book?.school)) throw new Error('it sent no addresses.')
  const home = typeof book?.home === 'string' ? pageAddress(book.home) : null
  const ownRedirects = home === null ? [] : [{from: home, to: '/', permanent: true}]
  return {
    page: new Set(slugsOf(book?.page)),
    school: new Set(slugsOf(book?.school)),
    home,
    redirects: [...ownRedirects, ...redirectsOf(book?.redirects)],
  }
}

function isShown(book: AddressBook, path: string): boolean {
  if (path.startsWith(shareFolder)) return isShared(book, path)
  return path !== book.home && (isOwnAddress(path) || isTaken(book, path) || isBelowSchool(book, path))
}

/** Only what is published has a picture: whoever tries addresses must not be able to have pictures drawn. */
function isShared(book: AddressBook, path: string): boolean {
  const page = sharedPath(path)
  return page !== null && (ownPages.some(({path: own}) => own === page) || isTaken(book, page))
}

function isTaken({page, school}: AddressBook, path: string): boolean {
  const schools = schoolAddress('')
  return path.startsWith(schools)
    ? school.has(path.slice(schools.length))
    : page.has(path.slice(pageAddress('').length))
}

/** The form by which a school is written to, and what follows it. */
function isBelowSchool({school}: AddressBook, path: string): boolean {
  const [, slug] = /^\/schools\/([^/]+)\//.exec(path) ?? []
  return slug !== undefined && school.has(slug) && schoolAddresses(slug).includes(path)
}

type BookAnswer = UncheckedFields<AddressBookQueryResult>

/** Of what has a name: without one it cannot be shown. */
function slugsOf(value: BookAnswer['page'] | BookAnswer['school']): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    if (!isFields(item) || typeof item.slug !== 'string') return []
    return typeof item.title === 'string' && item.title.trim() !== '' ? [item.slug] : []
  })
}

/** Redirects that stay on this site; whatever else a document holds must not send visitors elsewhere. */
function redirectsOf(value: BookAnswer['redirects']): Redirect[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    if (!isFields(item) || typeof item.from !== 'string' || typeof item.to !== 'string') return []
    const {from, to} = item
    const problem = sitePathProblem(to)
    if (problem !== null) reportContentProblem(`the redirect from ${from} is not followed: ${problem}`)
    return problem === null ? [{from: readable(from), to, permanent: item.permanent !== false}] : []
  })
}

/** An address as people write it: a browser asks for `/t%C5%B7` where staff wrote `/tŷ`. */
function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
