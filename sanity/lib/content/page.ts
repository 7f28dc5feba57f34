import {parseSections, type Section, sectionsProjection} from '#components/sections/content.ts'
import {
  fieldsOf,
  isFields,
  optionalValue,
  optionalWords,
  type Reading,
  requiredValue,
  words,
} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {PageAnswer} from './answers.ts'
import {type Picture, parsePicture, pictureProjection} from './picture.ts'

export const pageProjection = `{
  _id, title, "slug": slug.current, summary,
  "sections": sections${sectionsProjection},
  "seo": seo{title, description, hideFromSearch, "sharePicture": sharePicture${pictureProjection}}
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
    sections: parseSections(page.sections, `page ${id}`, reading),
    search: {
      title: optionalValue(seo?.title, 'the title for search'),
      description: optionalValue(seo?.description, 'the description for search'),
      hidden: seo?.hideFromSearch === true,
      sharePicture: parsePicture(seo?.sharePicture, `page ${id}, share picture`, reading),
    },
  }
}
