import {connection} from 'next/server'
import {env} from '#lib/env.ts'

/**
 * Search engines may list the production site only; the Studio and the lake are never theirs. Answered at request
 * time: which site this is, is known when it runs, not when it is built.
 */
export async function GET(): Promise<Response> {
  await connection()
  const {indexable, siteUrl} = env()
  const lines = indexable
    ? [
        'User-agent: *',
        'Allow: /',
        'Disallow: /api/',
        'Disallow: /studio',
        'Disallow: /lake/',
        '',
        `Sitemap: ${siteUrl}/sitemap.xml`,
      ]
    : ['User-agent: *', 'Disallow: /']
  return new Response(`${lines.join('\n')}\n`, {headers: {'content-type': 'text/plain; charset=utf-8'}})
}
