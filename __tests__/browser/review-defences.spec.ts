import {randomUUID} from 'node:crypto'
import type {APIRequestContext, APIResponse} from '@playwright/test'
import {someAddress} from './support/enquiry.ts'
import {testSecrets} from './support/lake.ts'
import {lettersTo, letterTo} from './support/sign-off.ts'
import {test as base, expect} from './support/test.ts'

type Asked = {id: string; requestId: string; email: string; words: string; link: string; path: string}

/** Asks about a testimonial of this test alone, by the way that the Studio goes. */
const test = base.extend<{ask: () => Promise<Asked>}>({
  ask: async ({lake, request}, use) => {
    const made: string[] = []
    await use(async () => {
      const id = `test-${randomUUID()}`
      const email = `head@${id}.example`
      const words = `“Words of ${id}.”`
      await lake.create({
        _id: `drafts.${id}`,
        _type: 'testimonial',
        quotation: words,
        attribution: {kind: 'role', text: 'Headteacher'},
      })
      made.push(id)
      const form = {reviewers: [{name: 'Ada Penrose', email}]}
      const answer = await askSite(request, {do: 'ask', type: 'testimonial', id, form})
      const {request: asked} = await answer.json()
      const [, link = ''] = await letterTo(email, /(\/review\/open\/[\w-]+)/)
      return {id, requestId: asked.id, email, words, link, path: `/review/${asked.id}`}
    })
    for (const id of made) await lake.delete(`drafts.${id}`)
  },
})

function askSite(
  request: APIRequestContext,
  data: object,
  token = testSecrets().writeToken,
): Promise<APIResponse> {
  return request.post('/api/sign-off', {data, headers: {authorization: `Bearer ${token}`}})
}

/** A browser, as far as cookies go, in a network of its own. */
async function visitor(
  playwright: {request: {newContext: (options: object) => Promise<APIRequestContext>}},
  baseURL = '',
) {
  return playwright.request.newContext({baseURL, extraHTTPHeaders: {'x-forwarded-for': someAddress()}})
}

/** What an answer says, without what differs from one link to the next. */
async function said(response: APIResponse) {
  const {date: _date, 'x-request-id': _id, ...headers} = response.headers()
  return {status: response.status(), headers, text: (await response.text()).replaceAll(/value="[\w-]*"/g, '')}
}

test('unknown, altered, stopped and ended links say one and the same, and never a word of a draft', async ({
  ask,
  request,
  playwright,
  baseURL,
}) => {
  const [stopped, ended] = [await ask(), await ask()]
  const subject = ({id}: Asked) => ({type: 'testimonial', id})
  await askSite(request, {do: 'revoke', ...subject(stopped), request: stopped.requestId})
  await askSite(request, {do: 'cancel', ...subject(ended), request: ended.requestId, why: ''})
  const altered = stopped.link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  const answers = []
  for (const link of [
    stopped.link,
    ended.link,
    altered,
    `/review/open/${'A'.repeat(43)}`,
    '/review/open/nothing',
  ]) {
    const reader = await visitor(playwright, baseURL)
    const askedAt = Date.now()
    const response = await reader.get(link, {maxRedirects: 0})
    // How long it took says nothing of the reason: each takes as long as the slowest look into the record.
    expect(Date.now() - askedAt, link).toBeGreaterThanOrEqual(395)
    answers.push(await said(response))
  }
  const [first] = answers
  expect(first).toMatchObject({status: 404, headers: {'cache-control': 'private, no-store'}})
  for (const answer of answers) expect(answer).toEqual(first)
  expect(JSON.stringify(answers)).not.toContain('Words of')
})

test('the link to one draft opens no word of another', async ({ask, playwright, baseURL}) => {
  const [own, other] = [await ask(), await ask()]
  const reader = await visitor(playwright, baseURL)
  const opened = await reader.get(own.link)
  expect(await opened.text()).toContain(own.words.slice(1, -1))
  const token = own.link.split('/').at(-1) ?? ''
  const addresses = [
    other.path,
    `${other.path}/receipt`,
    `${own.path}/../${other.requestId}`,
    `${own.path}?request=${other.requestId}&id=${other.id}`,
    `${own.path}/receipt?id=${other.id}`,
    `${other.path}?token=${token}`,
    `${other.path}?_rsc=1`,
  ]
  for (const address of addresses) {
    const response = await reader.get(address, {
      headers: {cookie: `review=${token}`, rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch'},
    })
    expect(await response.text(), address).not.toContain(other.words.slice(1, -1))
  }
})

test('forms of strangers, and those that do not say where they come from, are refused', async ({
  ask,
  playwright,
  baseURL,
}) => {
  const own = baseURL ?? ''
  const {link, path, email} = await ask()
  const reader = await visitor(playwright, own)
  await reader.get(link)
  const post = (address: string, headers: {[name: string]: string}) =>
    reader.post(address, {
      form: {answer: 'yes', comment: '', passage: '', onBehalfOf: ''},
      headers,
      maxRedirects: 0,
    })
  const strange: {[name: string]: string}[] = [
    {},
    {origin: 'null'},
    {origin: 'https://evil.example'},
    {origin: own, 'sec-fetch-site': 'cross-site'},
    {origin: `${own}.evil.example`},
  ]
  for (const headers of strange)
    for (const step of ['answer', 'code', 'confirm'])
      expect((await post(`${path}/${step}`, headers)).status(), `${step} ${JSON.stringify(headers)}`).toBe(
        403,
      )
  expect((await post(`${path}/answer`, {origin: own, 'sec-fetch-site': 'same-origin'})).status()).toBe(303)
  expect((await lettersTo(email)).filter((text) => text.startsWith('Your code is'))).toEqual([])
})

test('a mail filter that opens the link fifty times, and presses every button, decides nothing', async ({
  ask,
  browser,
  baseURL,
  request,
}) => {
  test.slow()
  const {link, id, path} = await ask()
  const context = await browser.newContext({...(baseURL === undefined ? {} : {baseURL})})
  const page = await context.newPage()
  for (let time = 0; time < 50; time += 1) await page.request.get(link)
  await page.goto(link)
  for (const choice of ['Yes, publish it as it is', 'No, something should change']) {
    await page.goto(path)
    await page.getByLabel(choice).check()
    await page.getByLabel('If no: what should change?').fill('x')
    await page.getByRole('button', {name: 'Continue'}).click()
    await page.getByRole('button', {name: 'Send me the code'}).click()
    for (let time = 0; time < 4; time += 1) {
      await page.getByLabel('The six digits').fill('000000')
      await page.getByRole('button', {name: 'Confirm my answer'}).click()
    }
    await page.getByRole('button', {name: 'Send another code'}).click()
  }
  await context.close()
  const {progress, history} = await (await askSite(request, {do: 'describe', type: 'testimonial', id})).json()
  expect(progress.state).toBe('waiting')
  const count = (kind: string) => history.filter((event: {kind: string}) => event.kind === kind).length
  expect([count('opened'), count('decided')]).toEqual([1, 0])
  expect(count('code-sent')).toBeLessThanOrEqual(5)
})

test('whoever holds the link, and not the mailbox, neither reads what is typed nor makes it go', async ({
  ask,
  playwright,
  baseURL,
}) => {
  const {link, path} = await ask()
  const [head, other, elsewhere] = [
    await visitor(playwright, baseURL),
    await visitor(playwright, baseURL),
    await visitor(playwright, baseURL),
  ]
  const planted = 'B'.repeat(43)
  const type = (reader: APIRequestContext, comment: string, cookie?: string) =>
    reader.post(`${path}/answer`, {
      form: {answer: 'no', comment, passage: '', onBehalfOf: ''},
      headers: {origin: baseURL ?? '', ...(cookie === undefined ? {} : {cookie})},
      maxRedirects: 0,
    })
  for (const reader of [head, other, elsewhere]) await reader.get(link)
  const token = `review=${link.split('/').at(-1)}`
  expect((await type(head, 'Not yet sent.', `${token}; typed=${planted}`)).status()).toBe(303)
  const stolen = await elsewhere.get(path, {headers: {cookie: `${token}; typed=${planted}`}})
  expect(await stolen.text()).not.toContain('Not yet sent.')
  for (let time = 0; time < 22; time += 1) expect((await type(other, 'Mine.')).status()).toBe(303)
  const sendCodes = async (reader: APIRequestContext, count: number) => {
    const check = await (await reader.get(`${path}/check`)).text()
    const [, of = ''] = /name="of" value="(\w+)"/.exec(check) ?? []
    const places = []
    for (let time = 0; time < count; time += 1) {
      const options = {form: {of}, headers: {origin: baseURL ?? ''}, maxRedirects: 0}
      places.push((await reader.post(`${path}/code`, options)).headers().location)
    }
    return {check, places}
  }
  const isSent = (place?: string) => place === `${path}/code`
  // Nor do they use up the codes.
  expect((await sendCodes(other, 6)).places.filter(isSent)).toHaveLength(4)
  const own = await sendCodes(head, 1)
  expect(own.check).toContain('Not yet sent.')
  expect(own.places.filter(isSent)).toHaveLength(1)
})

test('staff are asked who they are: strangers and those who only read change nothing', async ({
  ask,
  request,
}) => {
  const {id, requestId} = await ask()
  const question = {do: 'cancel', type: 'testimonial', id, request: requestId, why: ''}
  const {readToken} = testSecrets()
  const refused = [
    await request.post('/api/sign-off', {data: question}),
    await askSite(request, question, 'made-up'),
    await askSite(request, question, readToken),
    await askSite(request, {...question, do: 'override', why: 'x'}, readToken),
  ]
  expect(refused.map((response) => response.status())).toEqual([403, 403, 403, 403])
  const odd = [
    await askSite(request, {...question, type: 'siteSettings'}),
    await askSite(request, {...question, id: 'drafts.x'}),
    await askSite(request, {...question, do: 'sign'}),
  ]
  expect(odd.map((response) => response.status())).toEqual([400, 400, 400])
})

test('what is published in another way than through sign-off is not shown', async ({lake, request}) => {
  const id = `test-${randomUUID()}`
  const school = {_id: `${id}-school`, _type: 'school', name: 'A School', slug: {_type: 'slug', current: id}}
  const paragraph = (text: string) => [
    {
      _type: 'block',
      _key: 'b',
      style: 'normal',
      markDefs: [],
      children: [{_type: 'span', _key: 's', text, marks: []}],
    },
  ]
  await lake.create({...school, ownWords: paragraph(`Own words of ${id}.`)})
  await lake.create({
    _id: `testimonialProof.${id}`,
    _type: 'testimonialProof',
    permissionGivenOn: '2020-01-01',
  })
  await lake.create({
    _id: id,
    _type: 'testimonial',
    quotation: `Quotation of ${id}.`,
    attribution: {kind: 'role', text: 'Head'},
    school: {_type: 'reference', _ref: school._id},
  })
  const page = () => request.get(`/schools/${id}`)
  await expect.poll(async () => (await page()).status(), {timeout: 20_000}).toBe(200)
  const text = await (await page()).text()
  expect(text).toContain('A School')
  for (const words of [`Own words of ${id}.`, `Quotation of ${id}.`]) expect(text).not.toContain(words)
  await lake.delete({query: '*[_id in [$id, $proof]]', params: {id, proof: `testimonialProof.${id}`}})
  await lake.delete(school._id)
})

test('a page is read as visitors would see it, its pictures through the link alone', async ({
  ask,
  lake,
  request,
  playwright,
  baseURL,
}) => {
  const id = `test-${randomUUID()}`
  const email = `head@${id}.example`
  const [picture] = await lake.fetch<{_id: string}[]>(
    '*[_type == "sanity.imageAsset"] | order(_id asc)[0...1]{_id}',
  )
  await lake.create({
    _id: `drafts.${id}`,
    _type: 'page',
    title: `A page of ${id}`,
    slug: {_type: 'slug', current: id},
    needsSignOff: true,
    sections: [
      {
        _key: 'r',
        _type: 'richTextSection',
        body: [
          {
            _key: 'b',
            _type: 'block',
            style: 'normal',
            markDefs: [
              {
                _key: 'l',
                _type: 'link',
                linkType: 'internal',
                page: {_type: 'reference', _ref: `${id}-later`, _weak: true},
              },
            ],
            children: [
              {_key: 's', _type: 'span', text: 'We are open. ', marks: []},
              {_key: 't', _type: 'span', text: 'Nobody sees this yet.', marks: ['l']},
            ],
          },
        ],
      },
      {
        _key: 'p',
        _type: 'pictureSection',
        picture: {_type: 'picture', alt: 'A school', asset: {_type: 'reference', _ref: picture?._id}},
      },
    ],
  })
  const form = {reviewers: [{name: 'Ada Penrose', email}]}
  const asked = await askSite(request, {do: 'ask', type: 'page', id, form})
  const path = `/review/${(await asked.json()).request.id}`
  const [, link = ''] = await letterTo(email, /(\/review\/open\/[\w-]+)/)
  const reader = await visitor(playwright, baseURL)
  await reader.get(link)
  const text = await (await reader.get(`${path}/page-as-it-appears`)).text()
  expect(text).toContain(`A page of ${id}`)
  // What appears once the page is there that a link leads to belongs to the answer, and is read before it.
  expect(text).toContain('We are open.')
  expect(text).not.toContain('Nobody sees this yet.')
  expect(await (await reader.get(path)).text()).toContain('Nobody sees this yet.')
  expect(text).not.toContain('/lake/images/')
  const [address = ''] = new RegExp(`${path}/picture/[^"\\s]+`).exec(text) ?? []
  const own = address.replaceAll('&amp;', '&')
  const shown = await reader.get(own)
  expect([shown.status(), shown.headers()['content-type'], shown.headers()['cache-control']]).toEqual([
    200,
    expect.stringMatching(/^image\//),
    'private, no-store',
  ])
  expect((await reader.get(own.replace(/[0-9a-f]{40}/, 'a'.repeat(40)))).status()).toBe(404)
  const other = await ask()
  const stranger = await visitor(playwright, baseURL)
  await stranger.get(other.link)
  expect((await stranger.get(own)).status()).toBe(404)
  expect((await stranger.get(own.replace(path, other.path))).status()).toBe(404)
  await lake.delete(`drafts.${id}`)
})
