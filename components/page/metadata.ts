import {stegaClean} from '@sanity/client/stega'
import type {Metadata} from 'next'
import {type Described, searchWords} from '#lib/search-words.ts'
import {shareAddress} from '#lib/share-address.ts'
import {pageAddress} from '#lib/site-addresses.ts'
import type {OwnPage} from '#lib/slugs.ts'
import type {Page} from '#sanity/lib/content/page.ts'
import type {School} from '#sanity/lib/content/school.ts'
import type {Settings} from '#sanity/lib/content/settings.ts'
import {pictureSize} from '../share-picture/size.ts'

type Found = {
  /** Its address on this site; it becomes absolute by the site's origin. */
  path: string
  /** Where its picture is. */
  picture: string
  /** What staff wrote for search. */
  override?: Described
  document: Described
  /** Whether staff keep it out of search engines. */
  hidden?: boolean
}

const nothing: Described = {title: null, description: null}

/** What search engines, browsers and networks are told about a page. */
function metadataOf(
  {path, picture, override = nothing, document, hidden = false}: Found,
  {contact, tagline}: Settings,
): Metadata {
  const site = stegaClean({title: contact.trustName, description: tagline})
  const {title, fullTitle, description} = searchWords(stegaClean(override), stegaClean(document), site)
  const described = description === null ? {} : {description}
  return {
    title: {absolute: fullTitle},
    ...described,
    alternates: {canonical: path},
    openGraph: {
      type: 'website',
      locale: 'en_GB',
      siteName: site.title,
      url: path,
      title,
      ...described,
      images: [{url: picture, ...pictureSize, type: 'image/png', alt: title}],
    },
    twitter: {card: 'summary_large_image'},
    ...(hidden ? {robots: {index: false, follow: true}} : {}),
  }
}

/** @param path - `/` for the home page, else where its slug puts it */
export function pageMetadata(page: Page, path: string, settings: Settings): Metadata {
  const {title, slug, summary, search} = page
  const found = {
    path,
    picture: shareAddress(pageAddress(slug)),
    override: {title: search.title, description: search.description},
    document: {title, description: summary},
    hidden: search.hidden,
  }
  return metadataOf(found, settings)
}

export function schoolMetadata({name, place, address}: School, settings: Settings): Metadata {
  const where = place === null ? '' : ` in ${place}`
  const description = `${name}${where}: what it says about our Trust, and how to talk to it.`
  return metadataOf(
    {path: address, picture: shareAddress(address), document: {title: name, description}},
    settings,
  )
}

/**
 * The page on which visitors write to a school. It is shared with the school's picture. Its title is the form's own
 * matter: a form that came back with errors says so in it first.
 */
export function talkMetadata({name, address}: School, settings: Settings): Metadata {
  const document = {
    title: `Talk to ${name}`,
    description: `Write to ${name}, and ask what belonging to our Trust is like.`,
  }
  const metadata = metadataOf({path: `${address}/talk`, picture: shareAddress(address), document}, settings)
  return {...metadata, title: null}
}

export function ownPageMetadata({path, heading, description}: OwnPage, settings: Settings): Metadata {
  return metadataOf({path, picture: shareAddress(path), document: {title: heading, description}}, settings)
}
