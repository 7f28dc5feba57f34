import {stegaClean} from '@sanity/client/stega'
import {claimsAsJson} from '#lib/claims-as-data.ts'
import {env} from '#lib/env.ts'
import {getClaims} from '#sanity/lib/content.ts'

/** The claims and their evidence, as visitors see them, for a program. */
export async function GET(): Promise<Response> {
  const claims = stegaClean(await getClaims('visitors'))
  return new Response(claimsAsJson(claims, env().siteUrl), {
    headers: {'content-type': 'application/json; charset=utf-8'},
  })
}
