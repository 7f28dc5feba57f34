import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {Page} from '#components/page/index.tsx'
import {pageMetadata} from '#components/page/metadata.ts'
import {Site} from '#components/site/index.tsx'
import {TrustData} from '#components/structured-data/index.tsx'
import {getHomePage, getSettings} from '#sanity/lib/content.ts'

export async function generateMetadata(): Promise<Metadata> {
  const page = await getHomePage()
  return page === null ? {} : pageMetadata(page, '/', await getSettings())
}

export default async function HomePage() {
  const page = await getHomePage()
  if (page === null) notFound()
  const settings = await getSettings()
  return (
    <Site settings={settings} path="/">
      <Page page={page} />
      <TrustData settings={settings} />
    </Site>
  )
}
