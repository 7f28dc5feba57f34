import {getAddresses} from '#sanity/lib/content.ts'

/** The schools whose pages are made ahead of their visitors: all that are published. */
export async function generateStaticParams(): Promise<{slug: string}[]> {
  const {documents} = await getAddresses()
  const schools = documents.filter(({type}) => type === 'school').map(({slug}) => ({slug}))
  // A build needs one address at least, and a new dataset has none.
  return schools.length > 0 ? schools : [{slug: 'first-school'}]
}
