import type {Action, JsonObject, Mutation} from '../types.ts'
import {performActions} from './actions.ts'
import {documentEvents} from './history.ts'
import {datasetForEachTest} from './testing/dataset-for-each-test.ts'

const {current, commit, content} = datasetForEachTest()

const of = (kind: string, fields: JsonObject = {}): Action => ({
  actionType: `sanity.action.release.${kind}`,
  releaseId: 'spring',
  ...fields,
})

function perform(...actions: Action[]) {
  return performActions(current(), {actions, author: 'editor'})
}

/** Status, type and words of the refusal. */
function refusal(...actions: Action[]): unknown {
  const before = [...current().documents.values()]
  try {
    perform(...actions)
  } catch (error) {
    expect([...current().documents.values()]).toEqual(before)
    return error
  }
  throw new Error('The actions were not refused')
}

const refused = (status: number, type: string, description: unknown = expect.any(String)) =>
  expect.objectContaining({
    status,
    body: {
      error: expect.objectContaining({
        items: [{index: 0, error: expect.objectContaining({type, description})}],
      }),
    },
  })

const page = (_id: string, title: string, more: JsonObject = {}): Mutation => ({
  create: {_id, _type: 'page', title, ...more},
})
const ids = () => [...current().documents.keys()].sort()
const soon = () => new Date(Date.now() + 3_600_000).toISOString()

test('a release is made once, described, and nothing else of it is edited', () => {
  perform(of('create', {metadata: {title: 'Spring', releaseType: 'asap'}}))
  expect(content('_.releases.spring')).toEqual({
    name: 'spring',
    state: 'active',
    metadata: {title: 'Spring', releaseType: 'asap'},
  })
  expect(refusal(of('create'))).toEqual(refused(409, 'documentAlreadyExistsError'))
  perform(of('edit', {patch: {set: {'metadata.title': 'Early spring'}, unset: ['metadata.description']}}))
  expect(content('_.releases.spring')).toMatchObject({metadata: {title: 'Early spring', releaseType: 'asap'}})
  const foreign = [{set: {state: 'published'}}, {unset: ['name']}, {unset: 5}, {set: {metadataOf: 1}}]
  for (const patch of foreign) {
    expect(refusal(of('edit', {patch}))).toEqual(refused(400, 'validationError'))
  }
  expect(refusal(of('create', {releaseId: 'a.b'}))).toEqual(refused(400, 'validationError'))
  expect(refusal(of('publish', {releaseId: 'autumn'}))).toEqual(refused(404, 'documentNotFoundError'))
})

test('without metadata the time of a release is undecided', () => {
  perform(of('create'))
  expect(content('_.releases.spring')).toMatchObject({metadata: {releaseType: 'undecided'}})
})

test('publishing a release publishes what it holds, in one transaction', () => {
  perform(of('create'))
  commit([page('a', 'Old'), page('drafts.a', 'Draft'), page('b', 'Going'), page('c', 'Untouched')])
  commit([
    page('versions.spring.a', 'New', {to: {_ref: 'n', _weak: true, _strengthenOnPublish: {type: 'page'}}}),
    page('versions.spring.n', 'First'),
    page('versions.autumn.a', 'Later'),
  ])
  perform({
    actionType: 'sanity.action.document.version.unpublish',
    publishedId: 'b',
    versionId: 'versions.spring.b',
  })
  const {transactionId} = perform(of('publish'))

  expect(ids()).toEqual(['_.releases.spring', 'a', 'c', 'drafts.a', 'drafts.b', 'n', 'versions.autumn.a'])
  expect(content('a')).toEqual({title: 'New', to: {_ref: 'n'}})
  expect(content('drafts.b')).toEqual({title: 'Going'})
  expect(current().documents.get('n')?._rev).toBe(transactionId)
  expect(content('_.releases.spring')).toMatchObject({
    state: 'published',
    publishedAt: expect.stringMatching(/^\d{4}-/),
    finalDocumentStates: [
      {id: 'versions.spring.a', revisionId: expect.any(String)},
      {id: 'versions.spring.n'},
      {id: 'versions.spring.b'},
    ],
  })
  expect(documentEvents(current(), 'a').events.a?.[0]).toMatchObject({
    type: 'publishDocumentVersion',
    releaseId: 'spring',
    publishCause: 'release.publish',
  })
})

test('a release that would leave a reference without its target is not published at all', () => {
  perform(of('create'))
  commit([page('a', 'Old'), page('b', 'Refers', {to: {_ref: 'a'}})])
  perform({
    actionType: 'sanity.action.document.version.unpublish',
    publishedId: 'a',
    versionId: 'versions.spring.a',
  })
  expect(refusal(of('publish'))).toEqual(refused(409, 'documentHasExistingReferencesError'))
})

test('archiving takes the versions away, and unarchiving brings them back as they were', () => {
  perform(of('create'))
  commit([page('versions.spring.a', 'New', {parts: [{_key: 'k', word: 'kept'}]})])
  const before = content('versions.spring.a')
  perform(of('archive'))
  expect(ids()).toEqual(['_.releases.spring'])
  expect(content('_.releases.spring')).toMatchObject({
    state: 'archived',
    finalDocumentStates: [{id: 'versions.spring.a'}],
  })
  perform(of('unarchive'))
  expect(content('versions.spring.a')).toEqual(before)
  expect(content('_.releases.spring')).toEqual({
    name: 'spring',
    state: 'active',
    metadata: {releaseType: 'undecided'},
  })
})

test('a scheduled release and its versions wait as they are, until it is unscheduled', () => {
  perform(of('create'))
  commit([page('versions.spring.a', 'New')])
  const publishAt = soon()
  perform(of('schedule', {publishAt}))
  expect(content('_.releases.spring')).toMatchObject({state: 'scheduled', publishAt})
  const edit = {
    actionType: 'sanity.action.document.edit',
    publishedId: 'a',
    draftId: 'versions.spring.a',
    patch: {set: {title: 'Late'}},
  }
  expect(refusal(edit)).toEqual(refused(409, 'releaseStateError'))
  expect(refusal(of('publish'))).toEqual(
    refused(409, 'releaseStateError', 'not permitted to transition from state scheduled to published'),
  )
  perform(of('unschedule'))
  expect(content('_.releases.spring')).toEqual({
    name: 'spring',
    state: 'active',
    metadata: {releaseType: 'undecided'},
  })
  perform(edit)
  expect(content('versions.spring.a')).toEqual({title: 'Late'})
})

test.each([
  ['active', [], ['unschedule', 'unarchive', 'delete']],
  ['scheduled', ['schedule'], ['schedule', 'publish', 'archive', 'unarchive', 'delete']],
  ['archived', ['archive'], ['edit', 'schedule', 'unschedule', 'publish', 'archive']],
  ['published', ['publish'], ['edit', 'schedule', 'unschedule', 'publish', 'archive', 'unarchive']],
])('from the state %s some ways are closed', (_, way, closed) => {
  const action = (kind: string) => of(kind, {publishAt: soon(), patch: {set: {'metadata.title': 'x'}}})
  perform(of('create'), ...way.map(action))
  for (const kind of closed) expect(refusal(action(kind))).toEqual(refused(409, 'releaseStateError'))
})

test('an archived or published release can be deleted with what is left of it', () => {
  perform(of('create'), of('archive'), of('delete'))
  expect(ids()).toEqual([])
  perform(of('create'), of('publish'), of('delete'))
  expect(ids()).toEqual([])
})

test('the importer brings releases as they were exported', () => {
  const release = (state: string, publishAt: string) => ({
    attributes: {
      _id: '_.releases.spring',
      _type: 'system.release',
      name: 'spring',
      state,
      publishAt,
      metadata: {},
    },
  })
  const publishAt = soon()
  perform(of('import', release('scheduled', publishAt)))
  expect(content('_.releases.spring')).toEqual({name: 'spring', state: 'scheduled', publishAt, metadata: {}})
  const late = release('scheduled', '2020-01-01T00:00:00.000Z')
  expect(refusal(of('import', late))).toEqual(refused(409, 'documentAlreadyExistsError'))
  perform(of('import', {...late, ifExists: 'ignore'}))
  expect(content('_.releases.spring')).toMatchObject({state: 'scheduled'})
  perform(of('import', {...late, ifExists: 'replace'}))
  expect(content('_.releases.spring')).toEqual({name: 'spring', state: 'active', metadata: {}})
  expect(refusal(of('import', {attributes: {_id: 'elsewhere'}}))).toEqual(refused(400, 'validationError'))
})
