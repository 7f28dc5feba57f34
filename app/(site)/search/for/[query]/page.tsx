import type {Metadata} from 'next'
import {PageFrame} from '#components/page/page-frame.tsx'
import {SearchResults} from '#components/search/index.tsx'
import {Site} from '#components/site/index.tsx'
import {inputOfPart, partOfInput} from '#lib/address-part.ts'
import {searchAddress} from '#lib/answers-to-input.ts'
import {tidyInput} from '#lib/tidy-input.ts'
import {getSettings} from '#sanity/lib/content.ts'
import {getSearch} from '#sanity/lib/site-search.ts'

type Properties = {params: Promise<{query: string}>}

/** A build needs one address at least. What it makes for this one is never shown: see lib/answers-to-input.ts. */
export function generateStaticParams(): {query: string}[] {
  return [{query: partOfInput('schools')}]
}

export async function generateMetadata({params}: Properties): Promise<Metadata> {
  return {title: `${await queryOf(params)} – Search`, robots: {index: false}}
}

/** Visitors know it as `/search?q=…`. */
export default async function SearchResultsPage({params}: Properties) {
  const query = await queryOf(params)
  const search = await getSearch()
  return (
    <Site settings={await getSettings()} path={searchAddress}>
      <PageFrame title="Search" compact>
        <SearchResults query={query} results={search(query)} />
      </PageFrame>
    </Site>
  )
}

async function queryOf(params: Properties['params']): Promise<string> {
  return tidyInput(inputOfPart((await params).query))
}
