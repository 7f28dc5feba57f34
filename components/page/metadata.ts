import {stegaClean} from '@sanity/client/stega'
import type {Metadata} from 'next'
import type {Page} from '#sanity/lib/content/page.ts'

/**
 * What search engines and browsers are told about a page: its own words for search, else its title and summary.
 * @param path - the page's address on this site; it becomes absolute by the site's origin
 */
export function pageMetadata({title, summary, search}: Page, path: string): Metadata {
  const description = search.description ?? stegaClean(summary)
  return {
    title: search.title ?? stegaClean(title),
    ...(description === null ? {} : {description}),
    alternates: {canonical: path},
    ...(search.hidden ? {robots: {index: false, follow: true}} : {}),
  }
}
