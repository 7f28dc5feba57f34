import type {APIRequestContext} from '@playwright/test'

/** Every address of the site's own map, as paths. */
export async function mappedAddresses(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get('/sitemap.xml')).text()
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
}
