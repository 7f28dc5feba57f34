import {stegaClean} from '@sanity/client/stega'
import {claimsAsCsv} from '#lib/claims-as-data.ts'
import {env} from '#lib/env.ts'
import {getClaims} from '#sanity/lib/content.ts'

/** The claims and their evidence, as visitors see them, for a spreadsheet. */
export async function GET(): Promise<Response> {
  const claims = stegaClean(await getClaims('visitors'))
  return new Response(claimsAsCsv(claims, env().siteUrl), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="evidence.csv"',
    },
  })
}
