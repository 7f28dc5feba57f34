import type {useClient} from 'sanity'
import {movedAddressNotes, takenByRedirectNote} from '#lib/moved-address.ts'
import {pathOf} from '#lib/site-addresses.ts'
import {type FoundHolder, holdersOfSlug} from '#sanity/schema/unique-slug.ts'

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

/** What the field of an address says below itself. */
export type AboutAddress = {
  /** What visitors will notice of it once it is published, a sentence each. */
  notes: string[]
  /** Something else of the type that has it too, by its published id; null when nothing has. */
  holder: FoundHolder | null
}

type Client = ReturnType<typeof useClient>

/** Looks up everything about an address that somebody has chosen. */
export async function aboutAddress(client: Client, chosen: ChosenSlug): Promise<AboutAddress> {
  const {id, type, after} = chosen
  const [notes, {holders}] = await Promise.all([
    addressNotes(client, chosen),
    after === '' ? {holders: []} : holdersOfSlug(client, {id, type, slug: after}),
  ])
  return {notes, holder: holders[0] ?? null}
}

async function addressNotes(client: Client, {id, type, before, after}: ChosenSlug): Promise<string[]> {
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
