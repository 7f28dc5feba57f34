import {actionError, type LakeError} from '../errors.ts'
import type {JsonObject, LakeDocument, Mutation, PatchOperations} from '../types.ts'
import type {ActionFields} from './action-fields.ts'
import {type ActionContext, contentOf, notFound, publishedMutations} from './document-actions.ts'
import {draftIdOf, publishedIdOf, releaseOf, releasePrefix} from './document-group.ts'

type Perform = (fields: ActionFields, context: ActionContext) => Mutation[]
type State = 'active' | 'scheduled' | 'archived' | 'published'

const releaseType = 'system.release'

/**
 * The actions on releases, each as the mutations that it amounts to. A release is a document of its own; its versions
 * are the documents `versions.<release>.<id>`. Hosted Sanity passes through states such as `publishing` on the way;
 * here the way is one transaction, so nobody sees them.
 */
export const releaseActions: {[actionType: string]: Perform | undefined} = {
  'sanity.action.release.create': create,
  'sanity.action.release.import': importRelease,
  'sanity.action.release.edit': edit,
  'sanity.action.release.schedule': schedule,
  'sanity.action.release.unschedule': (fields, context) => {
    const release = releaseIn('scheduled', 'active', fields, context)
    return [{patch: {id: release._id, set: {state: 'active'}, unset: ['publishAt']}}]
  },
  'sanity.action.release.publish': publish,
  'sanity.action.release.archive': archive,
  'sanity.action.release.unarchive': unarchive,
  'sanity.action.release.delete': deleteRelease,
}

function create(fields: ActionFields, context: ActionContext): Mutation[] {
  const name = fields.releaseId()
  const _id = releasePrefix + name
  if (context.get(_id)) throw alreadyExists(_id, context)
  const metadata = {releaseType: 'undecided', ...(fields.has('metadata') ? fields.object('metadata') : {})}
  return [{create: {_id, _type: releaseType, name, state: 'active', metadata}}]
}

/**
 * Takes a release out of an export, as it was there. One whose time has passed on the way does not go off while its
 * versions are still being brought: it becomes active.
 */
function importRelease(fields: ActionFields, context: ActionContext): Mutation[] {
  const name = fields.releaseId()
  const _id = releasePrefix + name
  const ifExists = fields.choice('ifExists', ['fail', 'ignore', 'replace'])
  const given = fields.object(fields.has('document') ? 'document' : 'attributes')
  if (given._id !== _id) throw fields.refuse(`the document must have the id "${_id}"`)
  const {_rev: _, ...attributes} = given
  if (context.get(_id) && ifExists === 'ignore') return []
  if (context.get(_id) && ifExists === 'fail') throw alreadyExists(_id, context)
  const release = {...attributes, _id, _type: releaseType, name}
  const isLate = attributes.state === 'scheduled' && !(timeOf(attributes) > Date.parse(context.now))
  return [{createOrReplace: isLate ? {...release, state: 'active', publishAt: undefined} : release}]
}

/** What people say of a release: all else of it follows from the other actions. */
function edit(fields: ActionFields, context: ActionContext): Mutation[] {
  const release = requireRelease(fields, context)
  if (stateOf(release) === 'archived' || stateOf(release) === 'published') {
    throw refuseState(release, 'edited', context)
  }
  const patch: PatchOperations = fields.object('patch')
  const {insert, unset = [], ...others} = patch
  const places = insert
    ? Object.entries(insert).flatMap(([key, path]) => (key === 'items' ? [] : [path]))
    : []
  const paths = [...Object.values(others).flatMap(pathsOf), ...(Array.isArray(unset) ? unset : []), ...places]
  const foreign = paths.find((path) => !/^metadata(?![\w-])/.test(String(path)))
  if (foreign !== undefined) throw fields.refuse(`only "metadata" can be edited, unlike "${foreign}"`)
  return [{patch: {...patch, id: release._id}}]
}

function pathsOf(operation: unknown): string[] {
  return typeof operation === 'object' && operation !== null ? Object.keys(operation) : []
}

function schedule(fields: ActionFields, context: ActionContext): Mutation[] {
  const publishAt = fields.optionalText('publishAt') ?? ''
  if (Number.isNaN(Date.parse(publishAt))) throw fields.refuse('"publishAt" must be a date and time')
  const release = releaseIn('active', 'scheduled', fields, context)
  return [{patch: {id: release._id, set: {state: 'scheduled', publishAt: new Date(publishAt).toISOString()}}}]
}

function publish(fields: ActionFields, context: ActionContext): Mutation[] {
  const release = requireRelease(fields, context)
  if (stateOf(release) !== 'active' && !isDue(release, context.now)) {
    throw refuseTransition(release, 'published', context)
  }
  const versions = versionsOf(release, context)
  return [
    ...versions.flatMap((version) => mutationsOfVersion(version, context)),
    endOf(release, 'published', versions, {publishedAt: context.now}),
  ]
}

/** Whether the time has come that a scheduled release waits for. */
function isDue(release: LakeDocument, now: string): boolean {
  return release.state === 'scheduled' && timeOf(release) <= Date.parse(now)
}

/** When a release is to be published, in milliseconds since 1970; not a number where it says no time. */
export function timeOf({publishAt}: JsonObject): number {
  return typeof publishAt === 'string' ? Date.parse(publishAt) : Number.NaN
}

function mutationsOfVersion(version: LakeDocument, context: ActionContext): Mutation[] {
  const publishedId = publishedIdOf(version._id)
  const published = context.get(publishedId)
  if (!marksUnpublishing(version)) return publishedMutations(version, publishedId, context)
  const gone: Mutation[] = [{delete: {id: version._id}}]
  if (!published) return gone
  // As unpublishing by hand does: what visitors saw is kept as a draft, unless there is a newer one.
  const draft = {...contentOf(published), _createdAt: published._createdAt, _id: draftIdOf(publishedId)}
  return [{createIfNotExists: draft}, {delete: {id: publishedId}}, ...gone]
}

function marksUnpublishing({_system: system}: LakeDocument): boolean {
  return typeof system === 'object' && system !== null && !Array.isArray(system) && system.delete === true
}

function archive(fields: ActionFields, context: ActionContext): Mutation[] {
  const release = releaseIn('active', 'archived', fields, context)
  const versions = versionsOf(release, context)
  return [...versions.map(({_id}): Mutation => ({delete: {id: _id}})), endOf(release, 'archived', versions)]
}

/** Brings the versions back as they were when the release was archived. */
function unarchive(fields: ActionFields, context: ActionContext): Mutation[] {
  const release = releaseIn('archived', 'active', fields, context)
  const versions = finalStates(release).flatMap(({id}) => context.lastRevision(id) ?? [])
  return [
    ...versions.map(({_rev, ...version}): Mutation => ({createIfNotExists: version})),
    {patch: {id: release._id, set: {state: 'active'}, unset: ['finalDocumentStates']}},
  ]
}

function deleteRelease(fields: ActionFields, context: ActionContext): Mutation[] {
  const release = requireRelease(fields, context)
  const state = stateOf(release)
  if (state !== 'archived' && state !== 'published') throw refuseTransition(release, 'deleted', context)
  const ids = [...versionsOf(release, context).map(({_id}) => _id), release._id]
  return ids.map((id) => ({delete: {id}}))
}

/** Marks the end of a release and keeps which versions it had, by which the Studio finds them in the history. */
function endOf(
  release: LakeDocument,
  state: State,
  versions: LakeDocument[],
  more: JsonObject = {},
): Mutation {
  const finalDocumentStates = versions.map(({_id, _rev}) => ({_key: _id, id: _id, revisionId: _rev}))
  return {patch: {id: release._id, set: {state, finalDocumentStates, ...more}, unset: ['publishAt']}}
}

function finalStates({finalDocumentStates: states}: LakeDocument): {id: string}[] {
  if (!Array.isArray(states)) return []
  return states.flatMap((state) =>
    typeof state === 'object' && state !== null && !Array.isArray(state) && typeof state.id === 'string'
      ? [{id: state.id}]
      : [],
  )
}

function versionsOf(release: LakeDocument, context: ActionContext): LakeDocument[] {
  const ids = context.versionsIn(release._id.slice(releasePrefix.length))
  return ids.flatMap((id) => context.get(id) ?? [])
}

function releaseIn(from: State, to: State, fields: ActionFields, context: ActionContext): LakeDocument {
  const release = requireRelease(fields, context)
  if (stateOf(release) !== from) throw refuseTransition(release, to, context)
  return release
}

function requireRelease(fields: ActionFields, context: ActionContext): LakeDocument {
  const id = releasePrefix + fields.releaseId()
  const release = context.get(id)
  if (!release) throw notFound(id, context)
  return release
}

/**
 * The versions of a scheduled release wait for their time as they are, and one that has ended gets no more.
 * @throws LakeError 409
 */
export function refuseInClosedRelease(mutations: Mutation[], context: ActionContext): void {
  for (const id of mutations.flatMap(idsIn)) {
    const name = releaseOf(id)
    const release = name === undefined ? undefined : context.get(releasePrefix + name)
    if (!release || stateOf(release) === 'active') continue
    throw refuseState(release, `changed: the version "${id}" belongs to it`, context)
  }
}

function idsIn(mutation: Mutation): string[] {
  const [body]: {_id?: string; id?: string | string[]}[] = Object.values(mutation)
  return [body?._id ?? body?.id ?? []].flat()
}

function stateOf({state}: LakeDocument): string {
  return typeof state === 'string' ? state : 'active'
}

function refuseTransition(release: LakeDocument, to: string, {index}: ActionContext): LakeError {
  const description = `not permitted to transition from state ${stateOf(release)} to ${to}`
  return actionError(409, 'releaseStateError', description, index, {id: release._id})
}

function refuseState(release: LakeDocument, what: string, {index}: ActionContext): LakeError {
  const description = `a release in the state ${stateOf(release)} cannot be ${what}`
  return actionError(409, 'releaseStateError', description, index, {id: release._id})
}

function alreadyExists(id: string, {index}: ActionContext): LakeError {
  return actionError(409, 'documentAlreadyExistsError', `Document by ID "${id}" already exists`, index, {id})
}
