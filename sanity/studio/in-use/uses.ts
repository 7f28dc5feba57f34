import {getDraftId, getPublishedId, isPublishedId} from '@sanity/client/csm'
import type {SanityDocument, useClient} from 'sanity'
import {fieldsThatReferTo} from '#lib/references.ts'
import {pagesAt, pathOf} from '#lib/site-addresses.ts'
import {proofIdPrefix} from '#lib/testimonials.ts'

export type StudioClient = ReturnType<typeof useClient>

/** A document that stops another one from being deleted or taken down. */
export type Use = {
  /** Its published id. */
  id: string
  type: string
  /** Names of its fields that refer to the other one or lead to its address; empty for a testimonial, whose proof is found by its id. */
  fields: string[]
  /** Nobody but staff sees it yet. */
  onlyInDraft: boolean
}

/** A private proof goes with its testimonial, so it is no use of it. System documents are none of the staff’s matter. */
const usesQuery = `*[(references($id) || _type == "redirect" && to in $addresses)
  && _type != "testimonialProof" && !(_id in path("_.**"))]`

/**
 * Where a document is used, in what is published and in drafts. Redirects to its published address are uses, too: whoever
 * followed one would find nothing. A private proof is used by its testimonial as long as
 * there is one.
 * @param id - its published id
 */
export async function findUses(client: StudioClient, id: string): Promise<Use[]> {
  const options = {perspective: 'raw', tag: 'in-use'} as const
  if (id.startsWith(proofIdPrefix)) {
    const testimonialId = id.slice(proofIdPrefix.length)
    const ids = [testimonialId, getDraftId(testimonialId)]
    return usesOf(await client.fetch<SanityDocument[]>('*[_id in $ids]', {ids}, options), id)
  }
  const addresses = await addressesOf(client, id)
  return usesOf(await client.fetch<SanityDocument[]>(usesQuery, {id, addresses}, options), id, addresses)
}

/** The paths at which visitors find a document; none for what has no page of its own. */
async function addressesOf(client: StudioClient, id: string): Promise<string[]> {
  const found = await client.fetch<{type: string; slug: string | null} | null>(
    '*[_id == $id][0]{"type": _type, "slug": slug.current}',
    {id},
    {perspective: 'published', tag: 'in-use'},
  )
  const path = found?.slug ? pathOf(found.type, found.slug) : null
  return path === null ? [] : pagesAt(path)
}

/**
 * The versions of one document are one use; those of the document itself are none.
 * @param addresses - paths of the document that is used
 */
export function usesOf(
  documents: readonly SanityDocument[],
  id: string,
  addresses: readonly unknown[] = [],
): Use[] {
  const uses = new Map<string, Use>()
  for (const document of documents) {
    const publishedId = getPublishedId(document._id)
    if (publishedId === id) continue
    const before = uses.get(publishedId)
    uses.set(publishedId, {
      id: publishedId,
      type: document._type,
      fields: [
        ...new Set([
          ...(before?.fields ?? []),
          ...fieldsThatReferTo(document, id),
          ...(document._type === 'redirect' && addresses.includes(document.to) ? ['to'] : []),
        ]),
      ],
      onlyInDraft: !isPublishedId(document._id) && (before?.onlyInDraft ?? true),
    })
  }
  return [...uses.values()]
}
