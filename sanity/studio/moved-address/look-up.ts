import type {useClient} from 'sanity'
import {movedAddressNotes, takenByRedirectNote} from '#lib/moved-address.ts'
import {pathOf} from '#lib/site-addresses.ts'

/** A page or a school with the slug that its form shows, and the one that is published. */
export type ChosenSlug = {id: string; type: string; before: string | null; after: string}

type Surroundings = {
  isHome: boolean
  below: string[]
  takenBy: string | null
  redirectTo: string | null
}

const surroundingsQuery = `{
  "isHome": *[_id == "siteSettings"][0].homePage._ref == $id,
  "below": *[_type == "page" && $type == "page" && string::startsWith(slug.current, $before + "/")]
    | order(slug.current asc).slug.current,
  "takenBy": *[_type == $type && slug.current == $before && _id != $id][0]{"name": coalesce(title, name)}.name,
  "redirectTo": *[_type == "redirect" && from == $path][0].to
}`

/** What visitors will notice of an address once it is published; empty when they will notice nothing. */
export async function addressNotes(
  client: ReturnType<typeof useClient>,
  {id, type, before, after}: ChosenSlug,
): Promise<string[]> {
  const path = pathOf(type, after)
  const oldPath = before === null ? null : pathOf(type, before)
  if (path === null || path === oldPath) return []
  const {isHome, below, takenBy, redirectTo} = await client.fetch<Surroundings>(
    surroundingsQuery,
    {id, type, path, before: before ?? ''},
    {perspective: 'published', tag: 'studio.moved-address'},
  )
  return [
    ...(oldPath === null
      ? []
      : movedAddressNotes({
          before: oldPath,
          after: path,
          isHome,
          staying: below.map((slug) => `/${slug}`),
          takenBy,
        })),
    // Where a page comes back to its old address, the redirect from there is the one that it left itself.
    ...(redirectTo === null ? [] : [takenByRedirectNote(path, redirectTo)]),
  ]
}
