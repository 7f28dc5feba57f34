import {NotFound} from '#components/page/not-found.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Unavailable} from '#components/page/unavailable.tsx'
import {SearchResults} from '#components/search/index.tsx'
import {SearchForm} from '#components/search/search-form.tsx'
import {searchAddress} from '#lib/answers-to-input.ts'
import type {SearchResult} from '#lib/search.ts'
import {settings} from './content.ts'
import {bareSettings, onSite, type Room} from './exhibit.tsx'
import {sentence, unbroken} from './trials.ts'

const search = (query: string, results: SearchResult[]) => () =>
  onSite(
    <PageFrame title="Search" compact>
      {query === '' ? <SearchForm /> : <SearchResults query={query} results={results} />}
    </PageFrame>,
    settings,
    searchAddress,
  )

const found: SearchResult[] = [
  {path: '/schools', kind: 'School', title: 'Beckham Primary School', summary: 'Beckham, Hazelshire'},
  {path: '/a', kind: 'Page', title: 'Joining the Trust', summary: sentence},
  {path: '/b', kind: 'Claim', title: 'Teachers learn together.', summary: null},
  {path: '/c', kind: 'School', title: 'مدرسة وادي البندق', summary: null},
  {path: '/d', kind: 'Page', title: unbroken, summary: sentence.repeat(3)},
]

/** What the site says to what a visitor asks for. */
export const answers: Room = {
  title: 'Answers',
  exhibits: [
    {slug: 'search', title: 'The search, before anything is asked', show: search('', [])},
    {slug: 'search-results', title: 'What was found', show: search('beckam', found)},
    {slug: 'search-result', title: 'One thing was found', show: search('learning', found.slice(2, 3))},
    {slug: 'nothing-found', title: 'Nothing was found', show: search(unbroken, [])},
    {slug: 'not-found', title: 'Page not found', show: () => onSite(<NotFound settings={settings} />)},
    {
      slug: 'not-found-in-bare-site',
      title: 'Page not found, with nothing filled in',
      show: () => onSite(<NotFound settings={bareSettings} />, bareSettings),
    },
    {slug: 'unavailable', title: 'Not available just now', show: () => onSite(<Unavailable />, bareSettings)},
  ],
}
