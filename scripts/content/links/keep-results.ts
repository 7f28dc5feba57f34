import type {SanityClient} from '@sanity/client'
import {failingSince, linkCheckType} from '#lib/link-checks.ts'
import {ContentProblem, reasonOf} from '../problem.ts'
import {type CheckedLink, linkCheckId} from './check-links.ts'

/** Documents that are written in one transaction. */
const batchSize = 100

/** As they were found, with the time since when each that fails has failed: from the checks before, where they kept one. */
export async function withHistory(client: SanityClient, links: CheckedLink[]): Promise<CheckedLink[]> {
  const kept = await readKept(client)
  const before = new Map(kept.map(({_id, failingSince}) => [_id, failingSince ?? undefined]))
  return links.map(({checkedAt, outcome, ...link}) => {
    const since = failingSince(before.get(linkCheckId(link.address)), outcome, checkedAt)
    return {...link, outcome, checkedAt, ...(since === undefined ? {} : {failingSince: since})}
  })
}

/** What checks before this one kept. @throws ContentProblem when it cannot be read */
async function readKept(client: SanityClient): Promise<{_id: string; failingSince: string | null}[]> {
  try {
    const query = '*[_type == $type]{_id, failingSince}'
    return await client.fetch(query, {type: linkCheckType}, {perspective: 'raw', tag: 'content.links'})
  } catch (error) {
    throw new ContentProblem(`The results of earlier checks could not be read: ${reasonOf(error)}`)
  }
}

/**
 * Keeps result and date of each address in the dataset, as a private document of the type `linkCheck`, and removes what
 * was kept about addresses that nothing uses any more.
 * @param client - may write
 * @throws ContentProblem when it cannot be written
 */
export async function keepResults(client: SanityClient, links: CheckedLink[]): Promise<void> {
  const documents = links.map(documentOf)
  const ids = new Set(documents.map(({_id}) => _id))
  const gone = (await readKept(client)).filter(({_id}) => !ids.has(_id))
  try {
    for (let at = 0; at < Math.max(documents.length, gone.length); at += batchSize) {
      const transaction = client.transaction()
      for (const document of documents.slice(at, at + batchSize)) transaction.createOrReplace(document)
      for (const {_id} of gone.slice(at, at + batchSize)) transaction.delete(_id)
      await transaction.commit({visibility: 'async', tag: 'content.links'})
    }
  } catch (error) {
    throw new ContentProblem(`The results could not be kept: ${reasonOf(error)}`)
  }
}

function documentOf({usedIn, ...result}: CheckedLink) {
  return {_id: linkCheckId(result.address), _type: linkCheckType, ...result}
}
