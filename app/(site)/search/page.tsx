import type {Metadata} from 'next'
import {PageFrame} from '#components/page/page-frame.tsx'
import {SearchForm} from '#components/search/search-form.tsx'
import {Site} from '#components/site/index.tsx'
import {searchAddress} from '#lib/answers-to-input.ts'
import {getSettings} from '#sanity/lib/content.ts'

export const metadata: Metadata = {
  title: 'Search',
  description: 'Find a page, a school or a claim on this site.',
  alternates: {canonical: searchAddress},
  robots: {index: false},
}

export default async function SearchPage() {
  return (
    <Site settings={await getSettings()} path={searchAddress}>
      <PageFrame title="Search" compact>
        <SearchForm />
      </PageFrame>
    </Site>
  )
}
