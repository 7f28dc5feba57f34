import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {Page} from '#components/page/index.tsx'
import {pageMetadata} from '#components/page/metadata.ts'
import {Site} from '#components/site/index.tsx'
import {TrailData} from '#components/structured-data/index.tsx'
import {decodedPart} from '#lib/address-part.ts'
import {pagesAhead} from '#lib/pages-ahead.ts'
import {pageAddress} from '#lib/site-addresses.ts'
import {getAddresses, getPage, getSettings} from '#sanity/lib/content.ts'

type Properties = {params: Promise<{slug: string[]}>}

/** Those beyond the limit, and those that are published later, are made at their first visit. */
export async function generateStaticParams(): Promise<{slug: string[]}[]> {
  const {documents} = await getAddresses()
  const slugs = documents.filter(({type}) => type === 'page').map(({slug}) => slug)
  const pages = pagesAhead(slugs).map((slug) => ({slug: slug.split('/')}))
  // A build needs one address at least, and a new dataset has none.
  return pages.length > 0 ? pages : [{slug: ['working-with-us']}]
}

export async function generateMetadata({params}: Properties): Promise<Metadata> {
  const slug = await slugOf(params)
  const page = await getPage(slug)
  return page === null ? {} : pageMetadata(page, pageAddress(slug), await getSettings())
}

export default async function PageRoute({params}: Properties) {
  const slug = await slugOf(params)
  const page = await getPage(slug)
  if (page === null) notFound()
  return (
    <Site settings={await getSettings()} path={pageAddress(slug)}>
      <Page page={page} />
      <TrailData trail={page.trail} />
    </Site>
  )
}

async function slugOf(params: Properties['params']): Promise<string> {
  const {slug} = await params
  return slug.map(decodedPart).join('/')
}
