import type {APIRequestContext} from '@playwright/test'

/** Every address of the site's own map, as paths. */
export async function mappedAddresses(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get('/sitemap.xml')).text()
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
}

/** One page of each kind: what is drawn differs between kinds, not between two schools. */
export const kindsOfPage = [
  '/',
  '/working-with-us',
  '/schools',
  '/schools/thornmere-primary',
  '/evidence',
  '/joining/what-governors-ask',
  '/accessibility-statement',
]
