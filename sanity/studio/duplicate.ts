import type {DuplicateActionProps, SanityDocumentLike} from 'sanity'
import {actionWrapper} from './wrapped-action.ts'

/** Fields by which people tell documents of a type apart. */
const nameFields: {readonly [type: string]: string} = {page: 'title', resource: 'title', school: 'name'}

/**
 * What a copy starts from: told apart from its original by name, and without its address, of which there can be one
 * only, so that staff choose another. A copy of a claim keeps the evidence and waits for a sentence of its own: with that
 * of the original it could be published at once, and visitors would read the same claim twice.
 */
export function asCopy(document: SanityDocumentLike): SanityDocumentLike {
  if (document._type === 'benefitClaim') {
    const {statement: _statement, ...evidence} = document
    return evidence
  }
  const nameField = nameFields[document._type]
  if (nameField === undefined) return document
  const {slug: _slug, ...kept} = document
  const name = document[nameField]
  return typeof name === 'string' ? {...kept, [nameField]: `Copy of ${name}`} : kept
}

/** The Studio's own action “Duplicate”, with {@link asCopy}. */
export const duplicateAsCopy = actionWrapper((duplicate) => (props) => {
  const asked: DuplicateActionProps = {...props, mapDocument: asCopy}
  return duplicate(asked)
})
