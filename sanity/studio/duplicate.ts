import type {DuplicateActionProps, SanityDocumentLike} from 'sanity'
import {actionWrapper} from './wrapped-action.ts'

/** Fields by which people tell documents of a type apart. */
const nameFields: {readonly [type: string]: string} = {page: 'title', school: 'name'}

/**
 * What a copy starts from: told apart from its original by name, and without its address, of which there can be one
 * only, so that staff choose another. A copy of what has no address of its own is the same.
 */
export function asCopy(document: SanityDocumentLike): SanityDocumentLike {
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
