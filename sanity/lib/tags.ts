import {isFields} from './parse.ts'

/** What the webhook says about one changed document (see `sanity/webhook.ts`). */
export type DocumentChange = {
  id: string
  type: string
  operation: 'create' | 'update' | 'delete'
  slugBefore: string | null
  slugAfter: string | null
  /** Schools that a testimonial spoke of before and speaks of now, by id. */
  schools: string[]
}

export const documentTag = (id: string) => `document:${id}`
export const listTag = (type: string) => `list:${type}`
/** Names an address that had no document, so that publishing one brings it to life. */
export const slugTag = (type: string, slug: string) => `slug:${type}:${slug}`

/** The list of the testimonials of a school, given its id. Projections make the same name. */
export const testimonialsOf = (school: string) => `testimonial:${school}`

/** Next.js takes tags of up to 256 characters; a longer address is nobody's slug. */
const longestTag = 256

/**
 * Every document that an answer shows or points at: a reference to a document that is not published yet counts,
 * because publishing it changes the page. A projection that lists documents by a rule names the list as `_list`.
 */
export function tagsOfAnswer(answer: unknown): string[] {
  const tags = new Set<string>()
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isFields(value)) {
      if (typeof value._id === 'string') tags.add(documentTag(value._id))
      if (typeof value._ref === 'string') tags.add(documentTag(value._ref))
      if (typeof value._list === 'string') tags.add(listTag(value._list))
      Object.values(value).forEach(visit)
    }
  }
  visit(answer)
  return [...tags].filter((tag) => tag.length <= longestTag)
}

/** The tags whose pages a change makes out of date. */
export function tagsOfChange(change: DocumentChange): string[] {
  const tags = [
    documentTag(change.id),
    listTag(change.type),
    ...change.schools.map((school) => listTag(testimonialsOf(school))),
  ]
  for (const slug of [change.slugBefore, change.slugAfter]) {
    if (slug !== null && change.slugBefore !== change.slugAfter) tags.push(slugTag(change.type, slug))
  }
  return [...new Set(tags)].filter((tag) => tag.length <= longestTag)
}
