import type {MetadataRoute} from 'next'
import {env} from '#lib/env.ts'
import {getAddresses} from '#sanity/lib/content.ts'

/** Every address that search engines may list, with the day on which its document last changed. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const {siteUrl} = env()
  const addresses = await getAddresses()
  const listed = addresses.filter(({hidden}) => !hidden)
  return [
    ...listed.map(({path, changedOn}) => ({
      url: new URL(path, siteUrl).href,
      ...(changedOn === null ? {} : {lastModified: changedOn}),
    })),
    {url: new URL('/schools', siteUrl).href},
    {url: new URL('/evidence', siteUrl).href},
  ]
}
