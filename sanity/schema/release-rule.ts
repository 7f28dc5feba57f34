import type {ValidationContext} from 'sanity'
import {isSubjectType} from '#lib/sign-off/subjects.ts'
import {askSite} from '../sign-off/ask-site.ts'

/**
 * The rule of documents that a release holds: it is published, now or on its day, when its words are agreed to. Releases
 * and schedules obey errors, so it is one also when the site cannot say. Drafts are published through the site, which
 * asks by itself.
 */
export async function checkRelease({
  document,
  getClient,
}: Pick<ValidationContext, 'document' | 'getClient'>): Promise<string | true> {
  const versionId = document?._id ?? ''
  const [, id] = /^versions\.[^.]+\.(.+)$/.exec(versionId) ?? []
  // A check of a whole dataset has no site to ask.
  if (typeof window === 'undefined') return true
  if (id === undefined || !isSubjectType(document?._type)) return true
  const client = getClient({apiVersion: '2025-02-19'})
  try {
    const {may} = await askSite<{may: boolean}>(
      client,
      {type: document._type, id},
      {do: 'may-release', version: versionId},
    )
    return (
      may ||
      'The school has not signed off these words: write them as a draft, request sign-off, and add them to the release when it has agreed.'
    )
  } catch {
    return 'Whether the school has agreed to these words cannot be asked at the moment. Try again in a minute.'
  }
}
