import {cacheLife, cacheTag} from 'next/cache'
import {draftMode} from 'next/headers'
import {slugsAbove} from '#lib/breadcrumbs.ts'
import {utcDayOf} from '#lib/dates.ts'
import type {PreviewPerspective} from '#lib/preview-perspective.ts'
import {type AddressType, isKnownAddress} from './address-book.ts'
import {fetchUnchecked, type TypedQuery} from './client.ts'
import {noteContentFailure} from './content-failure.ts'
import {classifyReadError} from './errors.ts'
import {publishedQuery} from './queries.ts'
import {beginRead} from './recent-reads.ts'
import {reportContentProblem} from './report.ts'
import {documentsOfAnswer, listTag, slugTag, tagsOfAnswer} from './tags.ts'
import type {Unchecked} from './unchecked.ts'

export type Question<Query extends TypedQuery> = {
  query: Query
  params: {[name: string]: string}
  /** Types whose lists the answer depends on as a whole: one more document, or one less, changes it. */
  lists: string[]
  /** The address that the document is looked up by; null when it is not. */
  address: {type: AddressType; slug: string} | null
  /** What is read: the published documents, or drafts (and releases) laid over them. */
  perspective: PreviewPerspective
}

export type Answer<Query extends TypedQuery> = {
  /** Null where there is no such document. */
  result: Unchecked<SanityQueries[Query]> | null
  /** Whether drafts were read: what is held back from visitors is then shown, with the reason. */
  preview: boolean
  /** The day of the reading, `YYYY-MM-DD`. */
  readOn: string
  /** In a preview, the ids of documents of it of which nothing is published; empty for visitors. */
  unpublished: string[]
}

/** How long what is made of content is kept, in seconds, where no tag says otherwise. */
export const contentLife = {stale: 300, revalidate: 3_600, expire: 31_536_000}

/** `cacheTag` takes this many at a time. */
const tagsPerCall = 128

/**
 * The one cached reading of content. An answer is kept until one of its tags is revalidated, and for an hour at
 * most, which heals a webhook that was lost. In draft mode nothing is kept (Next.js sees to that).
 * @throws ContentUnreadableError when the token is refused, ContentLakeDownError when the lake is down: Next.js
 *   then keeps the last good page
 */
export async function readContent<Query extends TypedQuery>({
  query,
  params,
  lists,
  address,
  perspective,
}: Question<Query>): Promise<Answer<Query>> {
  'use cache'
  cacheLife(contentLife)
  const preview = perspective !== 'published'
  const clickable = (await draftMode()).isEnabled
  const readOn = utcDayOf(Date.now())
  const answered = beginRead()
  try {
    const known = preview || address === null || (await isKnownAddress(address.type, address.slug))
    const result = known
      ? await fetchUnchecked(query, params, {
          perspective,
          stega: clickable,
          resultSourceMap: clickable ? 'withKeyArraySelector' : false,
        })
      : null
    tag(address && result === null ? [slugTag(address.type, address.slug)] : [])
    // Who is above a nested page is named on it, also one that is published later.
    if (address !== null) tag(slugsAbove(address.slug).map((slug) => slugTag(address.type, slug)))
    tag([...lists.map(listTag), ...tagsOfAnswer(result)])
    return {result, preview, readOn, unpublished: preview ? await unpublishedIn(result) : []}
  } catch (error) {
    const failure = classifyReadError(error)
    // Next.js passes an error out of a cached function without its class, so what happened is said here.
    reportContentProblem(failure.message, 'error')
    noteContentFailure()
    throw failure
  } finally {
    answered()
  }
}

/** The documents of an answer, and those that it points at, that only drafts exist of. */
async function unpublishedIn(result: unknown): Promise<string[]> {
  const ids = documentsOfAnswer(result)
  const published = await fetchUnchecked(publishedQuery, {ids}, {perspective: 'published', stega: false})
  return Array.isArray(published) ? ids.filter((id) => !published.includes(id)) : []
}

function tag(tags: string[]): void {
  for (let start = 0; start < tags.length; start += tagsPerCall)
    cacheTag(...tags.slice(start, start + tagsPerCall))
}
