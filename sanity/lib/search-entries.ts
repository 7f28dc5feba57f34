import {stegaClean} from '@sanity/client/stega'
import {wordsOfRichText, wordsOfSection} from '#components/sections/words.ts'
import {phases} from '#lib/schools.ts'
import type {SearchEntry} from '#lib/search.ts'
import type {SiteAddress} from './content/addresses.ts'
import type {ClaimInUse} from './content/claim-in-use.ts'
import type {Page} from './content/page.ts'
import type {School} from './content/school.ts'
import {getAddresses, getClaims, getPage, getSchool} from './content.ts'

/**
 * Everything that a visitor may search for, with the words that stand there: read as the pages themselves are, so that
 * what is held back from visitors is not found either. Pages that staff keep out of search engines are left out.
 */
export async function getSearchEntries(): Promise<SearchEntry[]> {
  const [{documents}, claims] = await Promise.all([getAddresses(), getClaims('visitors')])
  const entries = await Promise.all(documents.filter(({hidden}) => !hidden).map(entryOf))
  return [...entries.filter((entry) => entry !== null), ...claims.map(claimEntry)]
}

async function entryOf({type, slug, path}: SiteAddress): Promise<SearchEntry | null> {
  if (type === 'school') {
    const school = await getSchool(slug)
    return school === null ? null : schoolEntry(school, path)
  }
  const page = await getPage(slug)
  return page === null ? null : pageEntry(page, path)
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

function schoolEntry(school: School, path: string): SearchEntry {
  const phase = phases.find(({value}) => value === school.phase)?.title ?? null
  const summary = [phase, school.place].filter((fact) => fact !== null).join(', ')
  const words = [
    school.urn,
    school.religiousCharacter,
    ...school.postalAddress,
    wordsOfRichText(school.ownWords),
    ...school.testimonials.map(({quotation}) => quotation),
  ]
  return {
    path,
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
