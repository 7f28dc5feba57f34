import {createHash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {defineQuery} from 'groq'
import {env} from '#lib/env.ts'
import {pathOf} from '#lib/site-addresses.ts'
import type {MovedQueryResult} from '../../sanity.types.ts'
import {contentClient, fetchUnchecked} from '../client.ts'
import {isFields} from '../parse.ts'
import {reportContentProblem} from '../report.ts'
import type {UncheckedFields} from '../unchecked.ts'
import type {DocumentChange} from './change.ts'

const movedQuery = defineQuery(`{
  "slugNow": *[_id == $id][0].slug.current,
  "taken": count(*[_type == $type && slug.current == $slugBefore]) > 0,
  "leadingToOld": *[_type == "redirect" && to == $from]{_id, from},
  "all": *[_type == "redirect"]{_id, from}
}`)

/**
 * Leaves a redirect where a published page or school was, whoever moved it and however it was published. It asks
 * what is true now, so a message that comes twice or late does no harm. Chains are collapsed, and a redirect that
 * starts at the new address is taken away, so that nothing runs in a circle.
 * @returns the paths whose redirects changed
 */
export async function leaveRedirect(change: DocumentChange): Promise<string[]> {
  const {id, type, slugBefore, slugAfter} = change
  if (slugBefore === null || slugAfter === null || slugBefore === slugAfter) return []
  const from = pathOf(type, slugBefore)
  if (from === null) return []
  const {writeToken} = env()
  if (writeToken === null) {
    reportContentProblem(`${from} has moved, but no redirect was left: SANITY_API_WRITE_TOKEN is not set`)
    return []
  }
  const client = contentClient().withConfig({token: writeToken, stega: false})
  const state = await fetchUnchecked(movedQuery, {id, type, slugBefore, from}, {}, client)
  if (!isFields(state) || typeof state.slugNow !== 'string' || state.taken === true) return []
  const to = pathOf(type, state.slugNow)
  return to === null || to === from ? [] : writeRedirect(client, from, to, state)
}

async function writeRedirect(
  client: SanityClient,
  from: string,
  to: string,
  state: UncheckedFields<MovedQueryResult>,
): Promise<string[]> {
  const leadingToOld = redirectsOf(state.leadingToOld)
  const startingAtNew = redirectsOf(state.all).filter((redirect) => redirect.from === to)
  const sameStart = redirectsOf(state.all).find((redirect) => redirect.from === from)
  const transaction = client
    .transaction()
    .createOrReplace({_id: sameStart?._id ?? redirectId(from), _type: 'redirect', from, to, permanent: true})
  for (const {_id} of startingAtNew) transaction.delete(_id)
  for (const {_id, from: start} of leadingToOld) if (start !== to) transaction.patch(_id, {set: {to}})
  await transaction.commit({visibility: 'sync'})
  return [from, to, ...leadingToOld.map((redirect) => redirect.from)]
}

/** One redirect for each start: writing it again changes nothing. */
function redirectId(from: string): string {
  return `redirect-${createHash('sha256').update(from).digest('hex').slice(0, 32)}`
}

function redirectsOf(value: UncheckedFields<MovedQueryResult>['all']): {_id: string; from: string}[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) =>
    isFields(item) && typeof item._id === 'string' && typeof item.from === 'string'
      ? [{_id: item._id, from: item.from}]
      : [],
  )
}
