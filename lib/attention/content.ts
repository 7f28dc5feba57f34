import {testimonialIdOf} from '../testimonials.ts'
import {fieldsIn, type PlainDocument, textIn, wordsIn} from './plain-document.ts'
import {objectsIn} from './walk.ts'

/** A document with both of its versions; one of them may be missing. */
export type Versions = {
  /** The id of the published one. */
  id: string
  type: string
  draft: PlainDocument | null
  published: PlainDocument | null
  /** What staff see when they open it: the draft where there is one. */
  latest: PlainDocument
}

/** All documents of a dataset, paired. */
export type Content = {
  versions: readonly Versions[]
  byId: ReadonlyMap<string, Versions>
  /** Published documents that use a published one, by its id: what visitors meet it on. */
  usersOf: ReadonlyMap<string, readonly Versions[]>
}

const draftPrefix = 'drafts.'

/**
 * Pairs drafts with what is published. Versions that belong to a planned release are left out: they have a day of
 * their own.
 */
export function contentOf(documents: Iterable<PlainDocument>): Content {
  const byId = new Map<string, Versions>()
  for (const document of documents) {
    if (document._id.startsWith('versions.')) continue
    const isDraft = document._id.startsWith(draftPrefix)
    const id = isDraft ? document._id.slice(draftPrefix.length) : document._id
    const known = byId.get(id)
    const draft = isDraft ? document : (known?.draft ?? null)
    const published = isDraft ? (known?.published ?? null) : document
    byId.set(id, {id, type: document._type, draft, published, latest: draft ?? document})
  }
  const versions = [...byId.values()]
  return {versions, byId, usersOf: usersOf(versions)}
}

function usersOf(all: readonly Versions[]): Content['usersOf'] {
  const users = new Map<string, Versions[]>()
  for (const versions of all) {
    if (versions.published === null) continue
    const used = objectsIn(versions.published).map(({fields}) => textIn(fields._ref))
    for (const id of new Set(used)) {
      if (id !== undefined) users.set(id, [...(users.get(id) ?? []), versions])
    }
  }
  return users
}

/** The names of what has no words of its own. */
const namesOfTypes: {readonly [type: string]: string} = {siteSettings: 'Settings'}

/** What staff know a document by. A private proof goes by its testimonial: who said it stays in its form. */
export function titleOf({id, type, latest}: Versions, content: Content): string {
  if (type === 'testimonialProof') return titleOfTestimonial(testimonialIdOf(id), content)
  const name = namesOfTypes[type] ?? wordsIn(latest.title) ?? wordsIn(latest.name)
  return (
    name ??
    wordsIn(latest.statement) ??
    wordsIn(latest.quotation) ??
    wordsIn(latest.from) ??
    wordsIn(latest.label) ??
    'Without a title'
  )
}

/** The words of a testimonial, by its id. */
export function titleOfTestimonial(id: string, content: Content): string {
  return wordsIn(fieldsIn(content.byId.get(id)?.latest).quotation) ?? 'A testimonial without words'
}
