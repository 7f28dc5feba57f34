import type {MetadataRoute} from 'next'
import {env} from '#lib/env.ts'

/** Search engines may list the production site only; the Studio and the lake are never theirs. */
export default function robots(): MetadataRoute.Robots {
  const {indexable, siteUrl} = env()
  if (!indexable) return {rules: {userAgent: '*', disallow: '/'}}
  return {
    rules: {userAgent: '*', allow: '/', disallow: ['/api/', '/studio', '/lake/']},
    sitemap: `${siteUrl}/sitemap.xml`,
  }
}
