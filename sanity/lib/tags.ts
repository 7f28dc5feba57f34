import {isFields} from './parse.ts'
import type {DocumentChange} from './revalidation/change.ts'

export const documentTag = (id: string) => `document:${id}`
/** Names a document of which only the address is shown: the pages that link to it. */
export const targetTag = (id: string) => `target:${id}`
export const listTag = (type: string) => `list:${type}`
/** Names an address that had no document, so that publishing one brings it to life. */
export const slugTag = (type: string, slug: string) => `slug:${type}:${slug}`
/** Which page is home is a list of one: apart from the settings, so that other settings leave it alone. */
export const homeList = 'home'
/** The list of the testimonials of a school, given its id. Projections make the same name. */
const testimonialsOf = (school: string) => `testimonial:${school}`
/** What was agreed about a document, given its id. Projections make the same name. */
const signOffOf = (subject: string) => `signOff:${subject}`

/** Next.js takes tags of up to 256 characters; a longer address is nobody's slug. */
const longestTag = 256

/** What the pages of schools show of the others near them. Projections make the same name. */
const schoolPlaces = 'schoolPlaces'

/**
 * Every document that an answer shows or points at, and every list. A reference to a document that is not
 * published yet counts, because publishing it changes the page. A projection names what only lends its address as
 * `_target`, and a list of documents that a rule finds as `_list`.
 */
export function tagsOfAnswer(answer: unknown): string[] {
  const tags = new Set<string>()
  const add = (value: unknown, tag: (name: string) => string) => {
    if (typeof value === 'string') tags.add(tag(value))
  }
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isFields(value)) {
      add(value._id, documentTag)
      add(value._ref, documentTag)
      add(value._target, targetTag)
      add(value._list, listTag)
      Object.values(value).forEach(visit)
    }
  }
  visit(answer)
  return [...tags].filter((tag) => tag.length <= longestTag)
}

/** The ids of the documents that an answer shows or leads to. */
export function documentsOfAnswer(answer: unknown): string[] {
  const found = tagsOfAnswer(answer).flatMap((tag) => /^(?:document|target):(.+)$/.exec(tag)?.[1] ?? [])
  return [...new Set(found)]
}

/** The tags whose pages a change makes out of date. */
export function tagsOfChange(change: DocumentChange): string[] {
  const {id, type, slugBefore, slugAfter, homeBefore, homeAfter} = change
  const tags = [
    documentTag(id),
    listTag(type),
    ...change.schools.map((school) => listTag(testimonialsOf(school))),
    ...(change.subject === null ? [] : [listTag(signOffOf(change.subject))]),
  ]
  if (type === 'school' && change.isListedOtherwise) tags.push(listTag(schoolPlaces))
  if (homeBefore !== homeAfter) tags.push(listTag(homeList))
  if (slugBefore !== slugAfter) {
    for (const slug of [slugBefore, slugAfter]) if (slug !== null) tags.push(slugTag(type, slug))
  }
  // A resource has its address in a field that the webhook does not send.
  if (slugBefore !== slugAfter || type === 'resource') tags.push(targetTag(id))
  return [...new Set(tags)].filter((tag) => tag.length <= longestTag)
}
