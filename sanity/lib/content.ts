import {cache} from 'react'
import type {EnquiryParties} from '#lib/enquiry/letters.ts'
import {pageAddress, schoolAddress} from '#lib/site-addresses.ts'
import {ownPages} from '#lib/slugs.ts'
import {siteGate} from '../sign-off/gate.ts'
import {fetchUnchecked, type TypedQuery} from './client.ts'
import {parseAddresses, type SiteAddresses} from './content/addresses.ts'
import {type ClaimInUse, parseClaimInUse} from './content/claim-in-use.ts'
import {parseEnquiryParties} from './content/enquiry-parties.ts'
import {type Page, parsePage} from './content/page.ts'
import {parseSchool, type School} from './content/school.ts'
import {parseSchoolSummary, type SchoolSummary} from './content/school-summary.ts'
import {parseSettings, type Settings} from './content/settings.ts'
import {
  type Shared,
  type Subject,
  subjectOfOwnPage,
  subjectOfPage,
  subjectOfSchool,
  withSettings,
} from './content/shared.ts'
import {classifyReadError} from './errors.ts'
import {isFields, items, optionalValue, type Reading} from './parse.ts'
import {getPreviewPerspective} from './perspective.ts'
import {
  addressesQuery,
  claimsQuery,
  enquiryPartiesQuery,
  homePageQuery,
  pageQuery,
  schoolQuery,
  schoolsQuery,
  searchedQuery,
  settingsQuery,
} from './queries.ts'
import {type Answer, type Question, readContent} from './read.ts'
import {reportContentProblem} from './report.ts'
import {homeList} from './tags.ts'

/**
 * The one door to content. Each function answers with content that is ready to show: parsed, with what is held
 * back from visitors left out (in draft mode it is there, with the reason), null where there is no such document.
 * @throws when Content Lake refuses the token or is down (see `readContent`)
 */
export const getSettings = cache(async (): Promise<Settings> => {
  const answer = await ask({query: settingsQuery})
  return parseSettings(answer.result, readingOf(answer))
})

/** The page that the settings name as home; null when there is none yet. */
export const getHomePage = cache(async (): Promise<Page | null> => {
  const answer = await ask({query: homePageQuery})
  const page = parseOrNull(isFields(answer.result) ? answer.result.page : null, parsePage, answer)
  // Wherever its own slug would put it, nothing is above it.
  return page === null ? null : {...page, trail: []}
})

/** @param slug - without a slash in front, nested parts joined by slashes */
export const getPage = cache(async (slug: string): Promise<Page | null> => {
  const answer = await ask({query: pageQuery, params: {slug}, address: {type: 'page', slug}})
  return parseOrNull(answer.result, parsePage, answer)
})

/** Every school, former ones too, by name. */
export const getSchools = cache(async (): Promise<SchoolSummary[]> => {
  const answer = await ask({query: schoolsQuery, lists: ['school']})
  return items(answer.result, 'schools', readingOf(answer), (school) =>
    parseSchoolSummary(school, readingOf(answer)),
  )
})

export const getSchool = cache(async (slug: string): Promise<School | null> => {
  const answer = await ask({query: schoolQuery, params: {slug}, address: {type: 'school', slug}})
  return parseOrNull(answer.result, parseSchool, answer)
})

/**
 * Every claim that may be shown, each with the pages that make it.
 * @param whose - `visitors` leaves drafts out even in draft mode
 */
export const getClaims = cache(async (whose: 'visitors' | 'readers' = 'readers'): Promise<ClaimInUse[]> => {
  const answer = await ask({
    query: claimsQuery,
    lists: ['benefitClaim', 'page', homeList],
    ...(whose === 'visitors' ? {perspective: 'published'} : {}),
  })
  return items(answer.result, 'claims', readingOf(answer), (claim) =>
    parseClaimInUse(claim, readingOf(answer)),
  )
})

/**
 * What the picture of a page shows where it is shared; null where nothing is.
 * @param path - of the page; the home page goes by its slug
 */
export async function getShared(path: string): Promise<Shared | null> {
  const subject = await subjectAt(path)
  return subject === null ? null : withSettings(subject, await getSettings())
}

async function subjectAt(path: string): Promise<Subject | null> {
  const ownPage = ownPages.find((candidate) => candidate.path === path)
  if (ownPage !== undefined) return subjectOfOwnPage(ownPage)
  const schools = schoolAddress('')
  if (path.startsWith(schools)) {
    const school = await getSchool(path.slice(schools.length))
    return school && subjectOfSchool(school)
  }
  const page = await getPage(path.slice(pageAddress('').length))
  return page && subjectOfPage(page)
}

/**
 * Who gets a message that a visitor writes to a school, as it is published at this moment; null when the school is
 * not written to this way. Never part of a page: it names a mailbox that may be private.
 * @throws when Content Lake refuses or is down
 */
export async function getEnquiryParties(slug: string): Promise<EnquiryParties | null> {
  const options = {perspective: 'published', stega: false} as const
  try {
    return parseEnquiryParties(await fetchUnchecked(enquiryPartiesQuery, {slug}, options))
  } catch (error) {
    throw classifyReadError(error)
  }
}

/** What a visitor may search for. */
export type Searched = {pages: Page[]; homeId: string | null; schools: School[]; claims: ClaimInUse[]}

/**
 * Everything that a visitor may search for, as visitors read it, also in draft mode. Pages that staff keep out of
 * search engines are left out; schools come without those near them.
 */
export async function getSearched(): Promise<Searched> {
  const lists = ['page', 'school', homeList]
  const [answer, claims] = await Promise.all([
    ask({query: searchedQuery, lists, perspective: 'published'}),
    getClaims('visitors'),
  ])
  const reading = readingOf(answer)
  const result = isFields(answer.result) ? answer.result : null
  const pages = items(result?.pages, 'pages to search', reading, (page) => parsePage(page, reading))
  return {
    pages: pages.filter(({search}) => !search.hidden),
    homeId: optionalValue(result?.home, 'the home page'),
    schools: items(result?.schools, 'schools to search', reading, (school) => parseSchool(school, reading)),
    claims,
  }
}

/** Every published page and school. The home page has the path `/`. */
export const getAddresses = cache(async (): Promise<SiteAddresses> => {
  const lists = ['page', 'school', 'testimonial', 'benefitClaim', 'resource', homeList]
  const answer = await ask({query: addressesQuery, lists, perspective: 'published'})
  return parseAddresses(answer.result, readingOf(answer))
})

async function ask<Query extends TypedQuery>(
  question: Partial<Question<Query>> & {query: Query},
): Promise<Answer<Query>> {
  const perspective = question.perspective ?? (await getPreviewPerspective()) ?? 'published'
  return readContent({params: {}, lists: [], address: null, ...question, perspective})
}

/** How an answer was read. */
type Answered = Omit<Reading, 'gate' | 'report'>

function readingOf({preview, readOn, unpublished}: Answered): Reading {
  return {preview, readOn, unpublished, gate: siteGate, report: reportContentProblem}
}

function parseOrNull<Result, T>(
  result: Result,
  parse: (result: NonNullable<Result>, reading: Reading) => T,
  answer: Answered,
): T | null {
  return result === null || result === undefined ? null : parse(result, readingOf(answer))
}
