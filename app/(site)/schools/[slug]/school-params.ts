import {pagesAhead} from '#lib/pages-ahead.ts'
import {getAddresses} from '#sanity/lib/content.ts'

/** The schools whose pages are made ahead of their visitors; those of the others are made at their first visit. */
export async function generateStaticParams(): Promise<{slug: string}[]> {
  const {documents} = await getAddresses()
  const slugs = documents.filter(({type}) => type === 'school').map(({slug}) => slug)
  const schools = pagesAhead(slugs).map((slug) => ({slug}))
  // A build needs one address at least, and a new dataset has none.
  return schools.length > 0 ? schools : [{slug: 'first-school'}]
}
