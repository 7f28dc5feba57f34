import {
  type CustomValidator,
  getPublishedId,
  isPublishedId,
  type SanityClient,
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

/** A document that is looked at, by its published id, and the address that its form shows. */
export type WithSlug = {id: string; type: string; slug: string}

/** Something else with that address, by its published id. */
export type FoundHolder = SlugHolder & {id: string}

/**
 * Who else has an address, those whom visitors find there first, and whether visitors find the document itself there now.
 */
export async function holdersOfSlug(
  client: Pick<SanityClient, 'fetch'>,
  {id, type, slug}: WithSlug,
): Promise<{holders: FoundHolder[]; isHere: boolean}> {
  const {holders, here} = await client.fetch<Found>(
    `{
      "holders": ${others} && slug.current == $slug]{_id, "name": coalesce(title, name)},
      "here": *[_id == $id][0].slug.current
    }`,
    {type, id, slug},
    options,
  )
  const named = holders.map(({_id, name}) => ({
    id: getPublishedId(_id),
    name: name ?? 'Without a title',
    isPublished: isPublishedId(_id),
  }))
  const publishedFirst = named.toSorted((one, other) => Number(other.isPublished) - Number(one.isPublished))
  return {holders: publishedFirst, isHere: here === slug}
}

async function holdersOf(value: SlugValue | undefined, {document, getClient}: ValidationContext) {
  const slug = text(value?.current)
  if (!slug || !document) return {holders: [], isHere: false}
  return holdersOfSlug(getClient({apiVersion}), {
    id: getPublishedId(document._id),
    type: document._type,
    slug,
  })
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
