import type {DocumentChange} from '#sanity/lib/revalidation/change.ts'

/** A change of a document that moves nothing and is listed nowhere, except as given. */
export function changeOf(
  given: Pick<DocumentChange, 'id' | 'type'> & Partial<DocumentChange>,
): DocumentChange {
  return {
    operation: 'update',
    revision: null,
    slugBefore: null,
    slugAfter: null,
    homeBefore: null,
    homeAfter: null,
    schools: [],
    subject: null,
    isListedOtherwise: false,
    places: [],
    paths: [],
    repeated: false,
    ...given,
  }
}
