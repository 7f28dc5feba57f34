import type {SanityClient} from '@sanity/client'
import {isObject} from '#lib/sign-off/json.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {pathOf} from '#lib/site-addresses.ts'
import {rawClient} from './around.ts'

/** Pages of the site on which a document is read: its own, or of a testimonial those that show it. */
const shownQuery = `*[_type in ["page", "school"] && defined(slug.current) && (_id in $own || references($shown))]
  | order(_type desc, _id asc)[0...10]{
    _type, "slug": slug.current, "isHome": _id == *[_id == "siteSettings"][0].homePage._ref
  }`

/**
 * Addresses of the public site at which a document can be read once it is published, as far as they are public already;
 * that of the site where there is none.
 */
export async function whereShown(
  {type, id}: Subject,
  schoolId: string | null,
  {client, siteUrl}: {client: SanityClient; siteUrl: string},
): Promise<string[]> {
  const isTestimonial = type === 'testimonial'
  const params = {own: isTestimonial ? [schoolId ?? ''] : [id], shown: isTestimonial ? id : ''}
  const found = await rawClient(client).fetch<unknown>(shownQuery, params, {
    perspective: 'published',
    tag: 'sign-off.where',
  })
  const paths = (Array.isArray(found) ? found : []).filter(isObject).flatMap(({_type, slug, isHome}) => {
    const path = isHome === true ? '/' : pathOf(String(_type), String(slug))
    return path === null ? [] : [path]
  })
  return (paths.length > 0 ? paths : ['/']).map((path) => `${siteUrl}${path}`)
}
