import type {SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import {ContentProblem, reasonOf} from '../problem.ts'

/** Documents of one answer. */
const batchSize = 500

/**
 * Every document of a dataset, drafts and published ones, in the order of their ids.
 * @param client - may read everything
 * @throws ContentProblem when it cannot be read
 */
export async function readDocuments(client: SanityClient): Promise<SanityDocument[]> {
  const documents: SanityDocument[] = []
  try {
    for (let after = ''; ; ) {
      const batch = await client.fetch<SanityDocument[]>(
        `*[_id > $after] | order(_id asc) [0...${batchSize}]`,
        {after},
        {perspective: 'raw', tag: 'content.check'},
      )
      documents.push(...batch)
      const last = batch.at(-1)
      if (last === undefined || batch.length < batchSize) return documents
      after = last._id
    }
  } catch (error) {
    throw new ContentProblem(`The content could not be read: ${reasonOf(error)}`)
  }
}
