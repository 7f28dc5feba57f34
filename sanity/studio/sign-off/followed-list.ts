import type {SanityClient} from 'sanity'
import {subjectTypes} from '#lib/sign-off/subjects.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {askSite} from '#sanity/sign-off/ask-site.ts'
import type {Listed} from '#sanity/sign-off/list.ts'
import {followSite, type Load} from './follow.ts'

/** Follows the list of sign-offs. @returns ends it */
export function followList(client: SanityClient, tell: (load: Load<Listed[]>) => void): () => void {
  const documents = {query: '*[_type in $types]', params: {types: [...subjectTypes, signOffTypes.event]}}
  const ask = async () => (await askSite<{listed: Listed[]}>(client, null, {do: 'list'})).listed
  return followSite(client, documents, ask, tell).stop
}
