import {createLakeClient} from '#sanity/lake/client.ts'
import {siteOrigin, startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startTestLake({
    users: [
      {id: 'second-editor', name: 'Second editor', email: 'second@localhost', role: 'editor', isRobot: false},
    ],
  })
})
afterAll(() => lake.close())

/** Goes where the Studio's login screen goes, and gives the code it finds in the fragment. */
async function followProvider(url: string, studio = `${siteOrigin}/studio`): Promise<Response> {
  const asked = `${url}?${new URLSearchParams({origin: studio, projectId: 'local', withSid: 'true'})}`
  return fetch(asked, {redirect: 'manual'})
}

function codeIn(response: Response): string {
  return /^#sid=([^&]{20,})$/.exec(new URL(response.headers.get('location') ?? '').hash)?.[1] ?? ''
}

const exchange = (sid: string) => fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`)

async function signIn(user = 'local-editor'): Promise<string> {
  const response = await followProvider(`${lake.url}/v1/auth/login/${user}`)
  const {token} = await (await exchange(codeIn(response))).json()
  return token
}

test('offers one provider, so that the Studio goes there without asking', async () => {
  const client = createLakeClient(lake.url)
  const {providers} = await client.request({url: '/auth/providers'})
  expect(providers).toHaveLength(1)
  const response = await followProvider(providers[0].url)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toMatch(`${siteOrigin}/studio#sid=`)
})

test('signs the local editor in', async () => {
  const client = lake.anonymous({token: await signIn()})
  expect(await client.users.getById('me')).toMatchObject({id: 'local-editor', name: 'Local editor'})
  const {_id} = await client.create({_type: 'school'})
  const log: unknown = await client.request({url: `/data/history/production/transactions/${_id}`})
  expect(JSON.parse(String(log))).toMatchObject({author: 'local-editor'})
})

test('signs a second person in, who is somebody else', async () => {
  const client = lake.anonymous({token: await signIn('second-editor')})
  expect(await client.users.getById('me')).toMatchObject({id: 'second-editor'})
  const users = await client.request({url: '/users/local-editor,second-editor,nobody'})
  expect(users.map((user: {displayName: string}) => user.displayName)).toEqual([
    'Local editor',
    'Second editor',
  ])
})

test('a code works once', async () => {
  const code = codeIn(await followProvider(`${lake.url}/v1/auth/login/local-editor`))
  expect((await exchange(code)).status).toBe(200)
  expect((await exchange(code)).status).toBe(401)
  expect((await exchange('made-up')).status).toBe(401)
})

test.each(['https://example.org/', 'http://localhost:4190.example.org/', 'javascript:alert(1)', ''])(
  'does not send a code to %s',
  async (address) => {
    const response = await followProvider(`${lake.url}/v1/auth/login/local-editor`, address)
    expect(response.status).toBe(403)
    expect(response.headers.get('location')).toBeNull()
  },
)

test.each(['nobody', 'local-writer'])('%s cannot sign in', async (user) => {
  expect((await followProvider(`${lake.url}/v1/auth/login/${user}`)).status).toBe(404)
})

test('a session outlasts a restart and ends with signing out', async () => {
  const token = await signIn()
  await lake.restart()
  const client = lake.anonymous({token})
  expect(await client.request({url: '/auth/id'})).toMatchObject({id: 'local-editor'})
  await client.request({url: '/auth/logout', method: 'POST'})
  await expect(client.request({url: '/auth/id'})).rejects.toMatchObject({statusCode: 401})
})

test('nobody is nobody, which is no error', async () => {
  const response = await fetch(`${lake.url}/v1/users/me`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({})
})

test('keeps what the Studio remembers about a person', async () => {
  const client = lake.anonymous({token: await signIn()})
  const sort = {by: [{field: 'name', direction: 'asc'}]}
  const body = [{key: 'sort-order', value: sort}]
  await client.request({url: '/users/me/keyvalue', method: 'PUT', body})
  await lake.restart()
  expect(await client.request({url: '/users/me/keyvalue/sort-order,unknown'})).toEqual([
    {key: 'sort-order', value: sort, updatedAt: expect.any(String)},
  ])
})

test('describes the project, and knows no other', async () => {
  const client = lake.anonymous({token: await signIn()})
  expect(await client.projects.getById('local')).toMatchObject({id: 'local', displayName: 'Local project'})
  await expect(client.request({url: '/projects/other'})).rejects.toMatchObject({
    statusCode: 404,
    response: {body: {attributes: {type: 'project'}}},
  })
  const acl = await client.request({url: '/projects/local/datasets/production/acl'})
  expect(acl).toEqual([
    {filter: '_id in path("**")', permissions: expect.arrayContaining(['create', 'update'])},
  ])
})
