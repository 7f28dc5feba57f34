/**
 * Refusals, whole: what hosted Sanity answers, as its documentation and its public issues show it and as its client
 * and Studio read it.
 */
import {ClientError} from '@sanity/client'
import {collect, startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startTestLake()
  await lake
    .client()
    .transaction()
    .create({_id: 'school', _type: 'school', name: 'Fernhill'})
    .create({_id: 'page', _type: 'page', about: {_type: 'reference', _ref: 'school'}})
    .commit()
})
afterAll(() => lake.close())

type Answer = {status: number; body: unknown}

async function call(path: string, {token, body}: {token?: string; body?: unknown} = {}): Promise<Answer> {
  const response = await fetch(`${lake.url}/v2025-02-19${path}`, {
    headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
    ...(body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)}),
  })
  expect(response.headers.get('content-type')).toContain('application/json')
  return {status: response.status, body: await response.json()}
}

const mutate = (mutation: object, token: string | undefined = lake.secrets.writeToken) =>
  call('/data/mutate/production', {token, body: {mutations: [mutation]}})

const act = (action: object) =>
  call('/data/actions/production', {token: lake.secrets.writeToken, body: {actions: [action]}})

/** A refused mutation as hosted Sanity writes it. */
const refusedMutation = (status: number, error: object): Answer => ({
  status,
  body: {
    error: {
      type: 'mutationError',
      description: 'Mutation(s) failed with 1 error(s)',
      items: [{index: 0, error}],
    },
  },
})

/** What the real client makes of a refusal. */
async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ClientError)) throw error ?? new Error('The lake did not refuse')
  return error.message
}

describe('malformed GROQ', () => {
  const query = '*[_type == "school" && name == ]{name}'
  const refused = {
    status: 400,
    body: {
      error: {type: 'queryParseError', description: expect.any(String), query, start: 31, end: 32},
    },
  }

  test('is refused with the place of the fault, however it is sent', async () => {
    expect(await call(`/data/query/production?query=${encodeURIComponent(query)}`)).toEqual(refused)
    expect(await call('/data/query/production', {body: {query}})).toEqual(refused)
  })

  test('the client draws the place', async () => {
    const message = await messageOf(lake.client().fetch('*[_type == "school"', {}, {tag: 'a.test'}))
    expect(message).toContain('GROQ query parse error:\n> 1 | *[_type == "school"')
    expect(message).toMatch(/\n {4}\| {19}\^/)
  })

  test('a listener is told in its stream', async () => {
    const heard = collect(lake.streaming().listen('*[_type == '))
    expect(await heard.error()).toMatchObject({
      name: 'ChannelError',
      message: expect.stringContaining('GROQ query parse error'),
    })
  })

  test('a mutation by a malformed query is refused in the same way', async () => {
    expect(await mutate({delete: {query: '*['}})).toMatchObject({
      status: 400,
      body: {error: {type: 'queryParseError', query: '*[', start: expect.any(Number)}},
    })
  })
})

describe('conflicts', () => {
  test('a document that exists', async () => {
    const description = 'Document by ID "school" already exists'
    expect(await mutate({create: {_id: 'school', _type: 'school'}})).toEqual(
      refusedMutation(409, {type: 'documentAlreadyExistsError', id: 'school', description}),
    )
    const created = lake.client().create({_id: 'school', _type: 'school'})
    expect(await messageOf(created)).toBe(`Mutation(s) failed with 1 error(s):\n- ${description}`)
  })

  test('another revision than expected', async () => {
    const current = (await lake.client().getDocument('school'))?._rev
    expect(await mutate({patch: {id: 'school', ifRevisionID: 'older', set: {name: 'B'}}})).toEqual(
      refusedMutation(409, {
        type: 'documentRevisionIDDoesNotMatchError',
        id: 'school',
        currentRevisionID: current,
        expectedRevisionID: 'older',
        description: `Document "school" has unexpected revision ID ("${current}"), expected "older"`,
      }),
    )
  })

  test('a transaction id that was used', async () => {
    const client = lake.client()
    const touch = () => client.patch('school').set({name: 'Again'}).commit({transactionId: 'once'})
    await touch()
    await expect(touch()).rejects.toMatchObject({
      statusCode: 409,
      details: {type: 'transactionAlreadyExistsError'},
    })
  })
})

describe('missing documents', () => {
  test('are omitted from those that are read by id, and the client answers undefined', async () => {
    expect(await call('/data/doc/production/nowhere', {token: lake.secrets.readToken})).toEqual({
      status: 200,
      body: {documents: [], omitted: [{id: 'nowhere', reason: 'existence'}]},
    })
    expect(await lake.client().getDocument('nowhere')).toBeUndefined()
    expect(await lake.client().getDocuments(['nowhere', 'school'])).toEqual([
      null,
      expect.objectContaining({_id: 'school'}),
    ])
  })

  test('cannot be patched, and deleting them does nothing', async () => {
    expect(await mutate({patch: {id: 'nowhere', set: {a: 1}}})).toEqual(
      refusedMutation(404, {
        type: 'documentNotFoundError',
        id: 'nowhere',
        description: 'The document with the ID "nowhere" was not found',
      }),
    )
    expect(await mutate({delete: {id: 'nowhere'}})).toMatchObject({status: 200, body: {results: [{}]}})
  })

  test('cannot be published', async () => {
    const action = {actionType: 'sanity.action.document.publish', draftId: 'drafts.x', publishedId: 'x'}
    expect(await act(action)).toEqual({
      status: 404,
      body: {
        error: {
          type: 'actionError',
          description: 'Action(s) failed with 1 error(s)',
          items: [
            {
              index: 0,
              error: {
                type: 'documentNotFoundError',
                id: 'drafts.x',
                description: 'The draft with the ID "drafts.x" was not found',
              },
            },
          ],
        },
      },
    })
  })

  test('a dataset that is not there', async () => {
    expect(await call('/data/query/nowhere?query=*')).toEqual({
      status: 404,
      body: {
        statusCode: 404,
        error: 'Dataset not found',
        message: 'Dataset "nowhere" not found for project ID "local"',
      },
    })
  })
})

describe('who may not', () => {
  test('a wrong token, by the code that signs the Studio out', async () => {
    expect(await call('/users/me', {token: 'wrong'})).toEqual({
      status: 401,
      body: {
        statusCode: 401,
        error: 'Unauthorized',
        message: 'Session not found',
        errorCode: 'SIO-401-ANF',
      },
    })
    expect(await mutate({create: {_type: 'school'}}, 'wrong')).toMatchObject({status: 401})
  })

  test.each([
    ['create', {create: {_type: 'school'}}],
    ['create', {createOrReplace: {_id: 'school', _type: 'school'}}],
    ['update', {patch: {id: 'school', set: {name: 'Mine'}}}],
    ['update', {delete: {id: 'school'}}],
  ])(
    'a write without a token or with one for reading lacks the permission to %s: %j',
    async (permission, mutation) => {
      const description = `Insufficient permissions; permission "${permission}" required`
      const refused = refusedMutation(403, {type: 'insufficientPermissionsError', permission, description})
      expect(await call('/data/mutate/production', {body: {mutations: [mutation]}})).toEqual(refused)
      expect(await mutate(mutation, lake.secrets.readToken)).toEqual(refused)
      expect((await lake.client().getDocument('school'))?.name).not.toBe('Mine')
    },
  )

  test('actions need a token, and one that may write', async () => {
    const body = {actions: [{actionType: 'sanity.action.document.discard', draftId: 'drafts.school'}]}
    expect(await call('/data/actions/production', {body})).toMatchObject({
      status: 401,
      body: {statusCode: 401, error: 'Unauthorized'},
    })
    // The Studio looks for this type among the items of an action's error.
    expect(await call('/data/actions/production', {body, token: lake.secrets.readToken})).toMatchObject({
      status: 403,
      body: {error: {type: 'actionError', items: [{error: {type: 'insufficientPermissionsError'}}]}},
    })
  })
})

describe('references', () => {
  test('to a document that is not there', async () => {
    const about = {_type: 'reference', _ref: 'nowhere'}
    expect(await mutate({create: {_id: 'lost', _type: 'page', about}})).toEqual(
      refusedMutation(409, {
        type: 'documentReferenceDoesNotExistError',
        id: 'lost',
        referenceID: 'nowhere',
        description: 'Document "lost" references non-existent document "nowhere"',
      }),
    )
    expect(
      await mutate({create: {_id: 'weak', _type: 'page', about: {...about, _weak: true}}}),
    ).toMatchObject({
      status: 200,
    })
  })

  test('keep their target from being deleted', async () => {
    const item = {
      type: 'documentHasExistingReferencesError',
      id: 'school',
      referencingIDs: ['page'],
      description: 'Document "school" cannot be deleted as there are references to it from "page"',
    }
    expect(await mutate({delete: {id: 'school'}})).toEqual(refusedMutation(409, item))
    const action = {actionType: 'sanity.action.document.delete', publishedId: 'school', includeDrafts: []}
    expect(await act(action)).toMatchObject({
      status: 409,
      body: {error: {type: 'actionError', items: [{index: 0, error: item}]}},
    })
  })
})

test('what the lake does not have', async () => {
  expect(await call('/nothing/here')).toEqual({
    status: 404,
    body: {statusCode: 404, error: 'Not Found', message: expect.any(String)},
  })
})
