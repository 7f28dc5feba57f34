import {randomUUID} from 'node:crypto'
import {stegaClean} from '@sanity/client/stega'
import {cacheLife} from 'next/cache'
import {wordsOfRichText, wordsOfSection} from '#components/sections/words.ts'
import {phases, statusInWords} from '#lib/schools.ts'
import {type SearchEntry, type SearchResult, searchOver} from '#lib/search.ts'
import {pageAddress} from '#lib/site-addresses.ts'
import {type OwnPage, ownPages} from '#lib/slugs.ts'
import type {ClaimInUse} from './content/claim-in-use.ts'
import type {Page} from './content/page.ts'
import type {School} from './content/school.ts'
import {getSearched} from './content.ts'
import {contentLife} from './read.ts'

type Search = (words: string) => SearchResult[]

/** The index of what was last read: it is made once for each edition of the entries. */
let index: {edition: string; search: Search} | null = null

/**
 * A search over everything that visitors can find, with the words that stand there: read as the pages themselves are,
 * so that what is held back from visitors is not found either.
 * @throws when Content Lake refuses or is down, and nothing was read before
 */
export async function getSearch(): Promise<Search> {
  const {edition, entries} = await readEntries()
  if (index?.edition !== edition) index = {edition, search: searchOver(entries)}
  return index.search
}

/** Kept by the tags of all that it is made from: whatever is published, moved or withdrawn makes another edition. */
async function readEntries(): Promise<{edition: string; entries: SearchEntry[]}> {
  'use cache'
  cacheLife(contentLife)
  const {pages, homeId, schools, claims} = await getSearched()
  const entries = [
    ...ownPages.map(ownPageEntry),
    ...pages.map((page) => pageEntry(page, page.id === homeId ? '/' : pageAddress(page.slug))),
    ...schools.map(schoolEntry),
    ...claims.map(claimEntry),
  ]
  return {edition: randomUUID(), entries}
}

/** What the site says by itself is found by its name; what stands there has entries of its own. */
function ownPageEntry({path, heading, title, description}: OwnPage): SearchEntry {
  return {path, kind: 'Page', title: heading, summary: description, words: title}
}

function pageEntry({title, summary, sections}: Page, path: string): SearchEntry {
  return {
    path,
    kind: 'Page',
    title: stegaClean(title),
    summary: stegaClean(summary),
    words: sections.map(wordsOfSection).join(' '),
  }
}

function schoolEntry(school: School): SearchEntry {
  const phase = phases.find(({value}) => value === school.phase)?.title ?? null
  const facts = [phase, school.place].filter((fact) => fact !== null).join(', ')
  const status = statusInWords(school.status)
  const summary = [facts, status === null ? '' : `It is ${status}.`].filter((part) => part !== '').join('. ')
  const words = [
    school.urn,
    school.headteacher,
    school.religiousCharacter,
    ...school.postalAddress,
    wordsOfRichText(school.ownWords),
    ...school.testimonials.map(({quotation}) => quotation),
  ]
  return {
    path: school.address,
    kind: 'School',
    title: stegaClean(school.name),
    summary: summary === '' ? null : stegaClean(summary),
    words: stegaClean(words.filter((part) => part !== null).join(' ')),
  }
}

function claimEntry({id, statement, statistic, usedOn}: ClaimInUse): SearchEntry {
  const pages = usedOn.map(({title}) => title).join(', ')
  const evidence =
    statistic === null ? [] : [statistic.source.publisher, statistic.source.title, statistic.population]
  return {
    path: `/evidence#${id}`,
    kind: 'Claim',
    title: stegaClean(statement),
    summary: pages === '' ? null : `Said on: ${stegaClean(pages)}`,
    words: stegaClean(evidence.join(' ')),
  }
}
