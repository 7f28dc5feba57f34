import {cache} from 'react'
import type {EnquiryParties} from '#lib/enquiry/letters.ts'
import {fetchUnchecked, type TypedQuery} from './client.ts'
import {type ClaimInUse, parseClaimInUse} from './content/claim-in-use.ts'
import {parseEnquiryParties} from './content/enquiry-parties.ts'
import {pageAddress, schoolAddress} from './content/link.ts'
import {type Page, parsePage} from './content/page.ts'
import {parseSchool, type School} from './content/school.ts'
import {parseSchoolSummary, type SchoolSummary} from './content/school-summary.ts'
import {parseSettings, type Settings} from './content/settings.ts'
import {classifyReadError} from './errors.ts'
import {isFields, items, optionalDay, optionalValue, type Reading, requiredValue} from './parse.ts'
import {getPreviewPerspective} from './perspective.ts'
import {
  addressesQuery,
  claimsQuery,
  enquiryPartiesQuery,
  homePageQuery,
  pageQuery,
  schoolQuery,
  schoolsQuery,
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
  return parseOrNull(isFields(answer.result) ? answer.result.page : null, parsePage, answer)
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

export type SiteAddress = {
  type: 'page' | 'school'
  slug: string
  path: string
  /** `YYYY-MM-DD` */
  changedOn: string | null
  /** Whether staff keep it out of search engines. */
  hidden: boolean
}

/** Every published page and school. The home page has the path `/`. */
export const getAddresses = cache(async (): Promise<SiteAddress[]> => {
  const lists = ['page', 'school', homeList]
  const answer = await ask({query: addressesQuery, lists, perspective: 'published'})
  const result = isFields(answer.result) ? answer.result : null
  const home = optionalValue(result?.home, 'the home page')
  return items(result?.documents, 'addresses', readingOf(answer), (document) => {
    const slug = requiredValue(document.slug, 'its slug')
    const type = document._type === 'school' ? 'school' : 'page'
    const path = type === 'school' ? schoolAddress(slug) : pageAddress(slug)
    return {
      type,
      slug,
      path: document._id === home ? '/' : path,
      changedOn: optionalDay(document._updatedAt),
      hidden: document.hidden === true,
    }
  })
})

async function ask<Query extends TypedQuery>(
  question: Partial<Question<Query>> & {query: Query},
): Promise<Answer<Query>> {
  const perspective = question.perspective ?? (await getPreviewPerspective()) ?? 'published'
  return readContent({params: {}, lists: [], address: null, ...question, perspective})
}

function readingOf({preview, readOn}: Omit<Reading, 'report'>): Reading {
  return {preview, readOn, report: reportContentProblem}
}

function parseOrNull<Result, T>(
  result: Result,
  parse: (result: NonNullable<Result>, reading: Reading) => T,
  answer: Omit<Reading, 'report'>,
): T | null {
  return result === null || result === undefined ? null : parse(result, readingOf(answer))
}
