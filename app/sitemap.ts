import type {MetadataRoute} from 'next'
import {env} from '#lib/env.ts'
import {accessibilityStatement, claimList, schoolList} from '#lib/slugs.ts'
import {getAddresses} from '#sanity/lib/content.ts'

/** Every address that search engines may list, with the day on which what it shows last changed. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const {siteUrl} = env()
  const {documents, schoolsChangedOn, claimsChangedOn} = await getAddresses()
  const listed = [
    ...documents.filter(({hidden}) => !hidden),
    {path: schoolList.path, changedOn: schoolsChangedOn},
    {path: claimList.path, changedOn: claimsChangedOn},
    // Staff give the day of its review on the page itself; the settings change for many other reasons.
    {path: accessibilityStatement.path, changedOn: null},
  ]
  return listed.map(({path, changedOn}) => ({
    url: new URL(path, siteUrl).href,
    ...(changedOn === null ? {} : {lastModified: changedOn}),
  }))
}
