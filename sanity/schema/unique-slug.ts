import {
  type CustomValidator,
  getPublishedId,
  isPublishedId,
  type SlugOptions,
  type SlugSourceContext,
  type SlugValue,
  type ValidationContext,
} from 'sanity'
import {freeSlug, type SlugHolder, slugSharedAdvice, slugTakenProblem} from '#lib/slugs.ts'
import {text} from './read-value.ts'

const apiVersion = '2025-02-19'
const options = {perspective: 'raw', tag: 'validation.slug'} as const

/** The other documents of a type, with their drafts. */
const others = '*[_type == $type && !sanity::versionOf($id)'

type Found = {holders: {_id: string; name: string | null}[]; here: string | null}

/** Who else has the address of the document that is checked, and whether visitors find it there now. */
async function holdersOf(slug: SlugValue | undefined, {document, getClient}: ValidationContext) {
  const current = text(slug?.current)
  if (!current || !document) return {holders: [], isHere: false}
  const {holders, here} = await getClient({apiVersion}).fetch<Found>(
    `{
      "holders": ${others} && slug.current == $slug]{_id, "name": coalesce(title, name)},
      "here": *[_id == $id][0].slug.current
    }`,
    {type: document._type, id: getPublishedId(document._id), slug: current},
    options,
  )
  const named = holders.map(
    ({_id, name}): SlugHolder => ({name: name ?? 'Without a title', isPublished: isPublishedId(_id)}),
  )
  return {holders: named, isHere: here === current}
}

/** Refuses an address that something published of the same type has. */
export const checkUniqueSlug: CustomValidator<SlugValue | undefined> = async (slug, context) =>
  slugTakenProblem((await holdersOf(slug, context)).holders) ?? true

/** Points out an address that a draft of the same type has. */
export const adviseSharedSlug: CustomValidator<SlugValue | undefined> = async (slug, context) => {
  const {holders, isHere} = await holdersOf(slug, context)
  return slugSharedAdvice(holders, isHere) ?? true
}

/**
 * The options of a field for an address: what *Generate* makes is nobody else’s, in drafts either. Sanity’s own check of
 * uniqueness is switched off, because it counts drafts and names nobody.
 * @param toSlug - makes an address from the text of the source
 */
export function slugOptions(source: string, toSlug: (text: string) => string): SlugOptions {
  return {
    source,
    isUnique: () => true,
    slugify: async (text, _type, context) => freeSlug(toSlug(text), await takenSlugs(context)),
  }
}

async function takenSlugs({parent, getClient}: SlugSourceContext): Promise<string[]> {
  const {_id, _type} = Array.isArray(parent) ? {} : parent
  if (typeof _id !== 'string' || typeof _type !== 'string') return []
  return await getClient({apiVersion}).fetch<string[]>(
    `${others} && defined(slug.current)].slug.current`,
    {type: _type, id: getPublishedId(_id)},
    {...options, tag: 'studio.free-slug'},
  )
}
