import {actionError} from '../errors.ts'
import type {JsonObject, LakeDocument, Mutation, PatchOperations} from '../types.ts'
import type {ActionFields} from './action-fields.ts'
import {draftIdOf, isDraftId, isPublishedId, publishedIdOf} from './document-group.ts'
import {strengthenReferences} from './strengthen-references.ts'

/** The documents as the actions before this one left them. */
export type ActionContext = {
  get(id: string): LakeDocument | undefined
  /** Ids of the drafts and versions of a published document that exist. */
  versionsOf(publishedId: string): string[]
  /** Ids of the versions in a release that exist. */
  versionsIn(release: string): string[]
  /** A document that is gone, as it was last. */
  lastRevision(id: string): LakeDocument | undefined
  /** The time of the request, in ISO 8601. */
  now: string
  /** Position of the action in the request. */
  index: number
}

type Perform = (fields: ActionFields, context: ActionContext) => Mutation[]

/**
 * The document actions that the Studio and `@sanity/client` send, each as the mutations that it amounts to.
 * Their meaning: https://www.sanity.io/docs/http-reference/actions and the docstrings of the client's types.
 */
export const documentActions: {[actionType: string]: Perform | undefined} = {
  'sanity.action.document.create': create,
  'sanity.action.document.edit': edit,
  'sanity.action.document.publish': publish,
  'sanity.action.document.unpublish': unpublish,
  'sanity.action.document.delete': deleteGroup,
  'sanity.action.document.discard': (fields, context) => discard(fields.versionId('draftId'), context),
  'sanity.action.document.replaceDraft': replaceDraft,
  'sanity.action.document.version.create': createVersion,
  'sanity.action.document.version.discard': (fields, context) =>
    discard(fields.versionId('versionId'), context),
  'sanity.action.document.version.replace': replaceVersion,
  'sanity.action.document.version.unpublish': unpublishVersion,
}

function create(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishedId = fields.publishedId()
  const attributes = fields.version('attributes', publishedId)
  const ifExists = fields.choice('ifExists', ['fail', 'ignore'])
  // A draft of something published is made by editing; a version in a release may stand beside it.
  const obstacle = isDraftId(attributes._id)
    ? (context.get(attributes._id) ?? context.get(publishedId))
    : undefined
  const existing = context.get(attributes._id) ?? obstacle
  if (!existing) return [{create: attributes}]
  if (ifExists === 'ignore') return []
  throw alreadyExists(existing._id, context)
}

function edit(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishedId = fields.publishedId()
  const id = fields.versionId('draftId', publishedId)
  const operations: PatchOperations = fields.object('patch')
  const patch: Mutation = {patch: {...operations, id}}
  if (context.get(id)) return [patch]
  const published = isDraftId(id) ? context.get(publishedId) : undefined
  if (!published) throw notFound(id, context)
  return [{create: {...contentOf(published), _createdAt: published._createdAt, _id: id}}, patch]
}

function publish(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishedId = fields.publishedId()
  const draftId = fields.versionId('draftId', publishedId)
  const draft = context.get(draftId)
  if (!draft) throw notFound(draftId, context)
  const published = context.get(publishedId)
  checkRevision(draftId, draft, fields.optionalText('ifDraftRevisionId'), context)
  checkRevision(publishedId, published, fields.optionalText('ifPublishedRevisionId'), context)
  return publishedMutations(draft, publishedId, context)
}

/** Puts a draft or version in the place of the published document. @throws LakeError 409 where that is of another type */
export function publishedMutations(
  version: LakeDocument,
  publishedId: string,
  context: ActionContext,
): Mutation[] {
  const published = context.get(publishedId)
  if (published && published._type !== version._type) {
    const description = `document "${publishedId}": immutable attribute "_type" may not be modified`
    throw actionError(409, 'validationError', description, context.index, {
      id: publishedId,
      attribute: '_type',
    })
  }
  const content = strengthenReferences(contentOf(version))
  const _createdAt = published?._createdAt ?? version._createdAt
  return [
    {createOrReplace: {...content, _type: version._type, _createdAt, _id: publishedId}},
    {delete: {id: version._id}},
  ]
}

function unpublish(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishedId = fields.publishedId()
  const draftId = fields.versionId('draftId', publishedId)
  const published = context.get(publishedId)
  if (!published) throw notFound(publishedId, context)
  return [
    {createIfNotExists: {...contentOf(published), _createdAt: published._createdAt, _id: draftId}},
    {delete: {id: publishedId}},
  ]
}

function deleteGroup(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishedId = fields.publishedId()
  const included = fields.versionIds('includeDrafts', publishedId)
  if (!context.get(publishedId)) throw notFound(publishedId, context)
  const left = context.versionsOf(publishedId).filter((id) => !included.includes(id))
  if (left.length > 0) {
    const description = `Document "${publishedId}" cannot be deleted while "${left[0]}" exists and is not to be deleted with it`
    throw actionError(409, 'documentHasVersionsError', description, context.index, {
      id: publishedId,
      versionIDs: left,
    })
  }
  return [publishedId, ...included].map((id) => ({delete: {id}}))
}

function discard(id: string, context: ActionContext): Mutation[] {
  if (!context.get(id)) throw notFound(id, context)
  return [{delete: {id}}]
}

function replaceDraft(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishedId = fields.publishedId()
  const attributes = fields.version('attributes', publishedId)
  if (!context.get(attributes._id) && !context.get(publishedId)) throw notFound(attributes._id, context)
  return [{createOrReplace: attributes}]
}

function createVersion(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishedId = fields.publishedId()
  const version = fields.has('document')
    ? fields.version('document', publishedId)
    : versionOfBase(fields, publishedId, context)
  if (context.get(version._id)) throw alreadyExists(version._id, context)
  return [{create: version}]
}

function versionOfBase(fields: ActionFields, publishedId: string, context: ActionContext) {
  const baseId = fields.documentId('baseId')
  const versionId = fields.versionId('versionId', publishedId)
  if (publishedIdOf(baseId) !== publishedId) {
    throw fields.refuse(`"baseId" is "${baseId}", which is no version of "${publishedId}"`)
  }
  const base = context.get(baseId)
  if (!base) throw notFound(baseId, context)
  checkRevision(baseId, base, fields.optionalText('ifBaseRevisionId'), context)
  return {...contentOf(base), _id: versionId}
}

function replaceVersion(fields: ActionFields, context: ActionContext): Mutation[] {
  const document = fields.version('document')
  if (!context.get(document._id)) throw notFound(document._id, context)
  return [{createOrReplace: document}]
}

/** Marks a version, so that publishing its release unpublishes the document. */
function unpublishVersion(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishedId = fields.publishedId()
  const versionId = fields.versionId('versionId', publishedId)
  if (isDraftId(versionId)) throw fields.refuse('"versionId" must be a version in a release')
  const published = context.get(publishedId)
  if (!published) throw notFound(publishedId, context)
  return [
    {createIfNotExists: {...contentOf(published), _id: versionId}},
    {patch: {id: versionId, set: {'_system.delete': true}}},
  ]
}

/** All but what belongs to one document of the group alone. */
export function contentOf({
  _id,
  _rev,
  _createdAt,
  _updatedAt,
  _system,
  ...content
}: LakeDocument): JsonObject & {
  _type: string
} {
  return content
}

function checkRevision(
  id: string,
  document: LakeDocument | undefined,
  expected: string | undefined,
  {index}: ActionContext,
): void {
  if (expected === undefined || document?._rev === expected) return
  const current = document?._rev ?? null
  throw actionError(
    409,
    'documentRevisionIDDoesNotMatchError',
    `Document "${id}" has unexpected revision ID ("${current ?? ''}"), expected "${expected}"`,
    index,
    {id, currentRevisionID: current, expectedRevisionID: expected},
  )
}

export function notFound(id: string, {index}: ActionContext) {
  const kind = isPublishedId(id) ? 'document' : isDraftId(id) ? 'draft' : 'version'
  return actionError(404, 'documentNotFoundError', `The ${kind} with the ID "${id}" was not found`, index, {
    id,
  })
}

function alreadyExists(id: string, {index}: ActionContext) {
  return actionError(409, 'documentAlreadyExistsError', `Document by ID "${id}" already exists`, index, {id})
}

/** Ids among the given ones of the drafts and versions of a published document. */
export function versionsAmong(ids: Iterable<string>, publishedId: string): string[] {
  const draftId = draftIdOf(publishedId)
  const ending = `.${publishedId}`
  return [...ids].filter(
    (id) =>
      id === draftId ||
      (id.startsWith('versions.') && id.endsWith(ending) && publishedIdOf(id) === publishedId),
  )
}
