import {parseSections, type Section, sectionsProjection} from '#components/sections/content.ts'
import {type Crumb, trailTo} from '#lib/breadcrumbs.ts'
import {pageAddress} from '#lib/site-addresses.ts'
import {originOf} from '../origin.ts'
import {
  fieldsOf,
  isFields,
  items,
  optionalValue,
  optionalWords,
  type Reading,
  requiredValue,
  words,
} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {PageAnswer} from './answers.ts'
import {type Picture, parsePicture, pictureProjection} from './picture.ts'

const pageFields = `
  _id, title, "slug": slug.current, summary,
  "sections": sections${sectionsProjection},
  "seo": seo{title, description, hideFromSearch, "sharePicture": sharePicture${pictureProjection}}
` as const

/** Without the pages above, which for all pages together would be each page looked at for each. */
export const searchedPageProjection = `{${pageFields}}` as const

export const pageProjection = `{
  ${pageFields},
  "above": *[
    _type == "page" && string::startsWith(^.slug.current, slug.current + "/") &&
    _id != *[_type == "siteSettings" && _id == "siteSettings"][0].homePage._ref
  ] | order(length(slug.current) asc){_id, title, "slug": slug.current}
}` as const

export type SearchAppearance = {
  title: string | null
  description: string | null
  hidden: boolean
  sharePicture: Picture | null
}

export type Page = {
  id: string
  title: string
  slug: string
  summary: string | null
  /** The way to a nested page, from the home page to itself; empty for others. */
  trail: Crumb[]
  sections: Section[]
  search: SearchAppearance
}

/** @throws MalformedContentError without an id, a title or a slug */
export function parsePage(answer: PageAnswer | Scalar, reading: Reading): Page {
  const page = fieldsOf(answer, 'the page')
  const id = requiredValue(page._id, 'the id of the page')
  const seo = isFields(page.seo) ? page.seo : null
  return {
    id,
    title: words(page.title, `the title of page ${id}`),
    slug: requiredValue(page.slug, `the slug of page ${id}`),
    summary: optionalWords(page.summary, 'the summary'),
    trail: trailTo(crumbOf(page), items(page.above, `page ${id}, pages above`, reading, crumbOf)),
    sections: parseSections(page.sections, `page ${id}`, reading, originOf(reading, id, 'page', 'sections')),
    search: {
      title: optionalValue(seo?.title, 'the title for search'),
      description: optionalValue(seo?.description, 'the description for search'),
      hidden: seo?.hideFromSearch === true,
      sharePicture: parsePicture(seo?.sharePicture, `page ${id}, share picture`, reading),
    },
  }
}

function crumbOf({title, slug}: Pick<PageAnswer, 'title' | 'slug'>): Crumb {
  return {name: words(title, 'the title'), address: pageAddress(requiredValue(slug, 'the slug'))}
}
