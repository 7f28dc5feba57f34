import {randomUUID} from 'node:crypto'
import {get} from 'node:http'
import {type MailServer, startMailServer} from '../support/mail-server.ts'
import {test as base, complete, send, someAddress, type} from './support/enquiry.ts'
import {testSecrets} from './support/lake.ts'
import {messagesOf, type SecondSite, startSecondSite} from './support/second-site.ts'
import {siteUnderTest} from './support/sites-under-test.ts'
import {expect} from './support/test.ts'
import {startUnsteadyLake} from './support/unsteady-lake.ts'

const token = 'a-token-for-the-metrics-of-this-test'
const bearer = {authorization: `Bearer ${token}`}

type Watched = {site: SecondSite; lake: Awaited<ReturnType<typeof startUnsteadyLake>>; mail: MailServer}

/** A site that logs everything, behind a lake and a mail server that the tests break. */
const test = base.extend<object, {watched: Watched}>({
  watched: [
    async ({browserName: _}, use) => {
      const {port} = new URL(siteUnderTest().url)
      const lake = await startUnsteadyLake(`http://127.0.0.1:${Number(port) + 1}`)
      const mail = await startMailServer()
      const site = await startSecondSite(lake.url, {
        LOG_LEVEL: 'debug',
        METRICS_TOKEN: token,
        SANITY_API_WRITE_TOKEN: testSecrets().writeToken,
        SMTP_URL: mail.url,
        MAIL_FROM: 'website@trust.example',
      })
      await use({site, lake, mail})
      await Promise.all([site.stop(), lake.stop(), mail.stop()])
    },
    {scope: 'worker'},
  ],
})

const entriesOf = (site: SecondSite) =>
  site
    .output()
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))

test('a request keeps its id through the site and the lake, in answers and in the log', async ({
  publishPage,
  watched: {site, lake},
}) => {
  const page = await publishPage('A page with an id', 'Words.')
  const ids = [1, 2].map((n) => `${n}`.repeat(32))
  const answers = await Promise.all(
    ids.map((id) =>
      fetch(`${site.url}/api/draft-mode/enable?sanity-preview-secret=none`, {headers: {'x-request-id': id}}),
    ),
  )
  expect(answers.map(({headers}) => headers.get('x-request-id'))).toEqual(ids)
  for (const id of ids) {
    expect([...lake.requestIds]).toContain(id)
    await expect.poll(() => entriesOf(site).filter(({request}) => request === id)).toHaveLength(1)
  }

  // What makes a page asks the lake for the request that it is made for.
  const made = await fetch(`${site.url}/${page.slug.current}`, {headers: {'x-request-id': '3'.repeat(32)}})
  expect([made.status, made.headers.get('x-request-id')]).toEqual([200, '3'.repeat(32)])
  expect([...lake.requestIds]).toContain('3'.repeat(32))
  const again = await fetch(`${site.url}/${page.slug.current}`)
  expect(again.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  const told = await fetch(`${site.url}/`, {headers: {'x-request-id': 'head@elm.example'}})
  expect(told.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
})

test('the metrics are for who has the token', async ({watched: {site}}) => {
  const ask = (headers: {[name: string]: string}) => fetch(`${site.url}/api/metrics`, {headers})
  const others: {[name: string]: string}[] = [{}, {authorization: 'Bearer no'}, {'x-from-this-machine': '1'}]
  for (const headers of others) expect((await ask(headers)).status).toBe(401)
  const answer = await ask(bearer)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('without a token they are for this machine alone, and for nobody who is passed on', async ({
  request,
  baseURL,
}) => {
  const text = await (await request.get('/api/metrics')).text()
  expect(text).toMatch(/\nprocess_resident_memory_bytes \d+\n/)
  // The embedded lake's own stand on the same page.
  expect(text).toMatch(/\nlake_documents \d+\n/)
  const passedOn: {[name: string]: string}[] = [
    {'x-forwarded-for': '203.0.113.7'},
    {'x-forwarded-for': '127.0.0.1'},
    {'x-forwarded-for': '203.0.113.7', 'x-from-this-machine': '1'},
    {forwarded: 'for=203.0.113.7'},
    {'x-real-ip': '203.0.113.7'},
    {via: '1.1 proxy'},
  ]
  for (const headers of passedOn)
    expect((await request.get('/api/metrics', {headers})).status(), JSON.stringify(headers)).toBe(404)
  // A page of another site whose name was pointed at this machine.
  expect(await statusFor(`${baseURL}/api/metrics`, 'rebound.example')).toBe(404)
  expect(await statusFor(`${baseURL}/api/metrics`, 'localhost')).toBe(200)
})

function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, {headers: {host}}, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).on('error', reject)
  })
}

test('the metrics count what happens, and no address makes a series of its own', async ({
  publishPage,
  watched: {site},
}) => {
  const read = async () => (await fetch(`${site.url}/api/metrics`, {headers: bearer})).text()
  const valueIn = (text: string, series: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.slice(series.length + 1) ?? 0,
    )
  const before = await read()
  const page = await publishPage('A page that is counted', 'Words.')
  await site.notify(page)
  await expect
    .poll(async () => valueIn(await read(), 'site_revalidations_total{outcome="made"}'))
    .toBeGreaterThan(valueIn(before, 'site_revalidations_total{outcome="made"}'))
  for (let n = 0; n < 3; n++) await fetch(`${site.url}/${page.slug.current}`)
  await fetch(`${site.url}/nothing`)
  const lines = (await read()).split('\n').length
  for (let n = 0; n < 30; n++) await fetch(`${site.url}/nothing-${n}/${randomUUID()}?${n}`)
  const text = await read()
  const grown = (series: string) => valueIn(text, series) - valueIn(before, series)
  expect(grown('site_http_requests_total{route="page",status="4xx"}')).toBeGreaterThanOrEqual(30)
  expect(grown('site_http_requests_total{route="page",status="2xx"}')).toBeGreaterThanOrEqual(3)
  expect(grown('site_http_request_duration_seconds_count{route="page"}')).toBeGreaterThanOrEqual(33)
  expect(grown('site_page_answers_total{cache="hit"}')).toBeGreaterThanOrEqual(2)
  expect(grown('site_content_queries_total{outcome="answered"}')).toBeGreaterThan(0)
  expect(grown('site_pages_made_total{kind="page"}')).toBeGreaterThan(0)
  expect(grown('site_webhook_messages_total{outcome="taken"}')).toBeGreaterThanOrEqual(1)
  // Something else may be counted for the first time meanwhile; thirty addresses would be thirty lines at least.
  expect(text.split('\n').length).toBeLessThan(lines + 30)
  expect(text).not.toContain('nothing-1')
})

const healthOf = async ({url}: SecondSite) => {
  const answer = await fetch(`${url}/api/health`)
  return {status: answer.status, body: await answer.json()}
}

test('health says what is wrong and why, and asks the lake no more often for being asked', async ({
  watched: {site, lake},
}) => {
  const {status, body} = await healthOf(site)
  expect(status).toBe(200)
  expect(Object.keys(body.checks).sort()).toEqual([
    'build',
    'content',
    'disk',
    'mail',
    'revalidation',
    'sharing',
    'signOff',
  ])

  lake.become('gone')
  await expect.poll(async () => (await healthOf(site)).status, {timeout: 15_000}).toBe(503)
  expect((await healthOf(site)).body).toMatchObject({
    ok: false,
    status: 'fail',
    content: 'unreachable',
    checks: {content: {status: 'fail', reason: expect.stringContaining('does not answer')}},
  })
  // Each machine still shows its pages, and a load balancer must not take all of them out.
  expect((await fetch(`${site.url}/api/health/live`)).status).toBe(200)
  const asked = lake.questions()
  await Promise.all(Array.from({length: 50}, () => healthOf(site)))
  expect(lake.questions() - asked).toBeLessThan(10)
  lake.become('well')
})

test('the log names no person, and holds nothing that anybody typed', async ({
  lake: content,
  publishSchool,
  plain,
  watched: {site, lake, mail},
}) => {
  const words = `merger${randomUUID().slice(0, 8)}`
  const secret = `skR7wQ${randomUUID().replaceAll('-', '')}Zx`
  const head = {name: 'Ada Penrose', email: `head@${words}.example`}
  const ask = (address: string, init: RequestInit = {}) =>
    fetch(`${site.url}${address}`, {
      redirect: 'manual',
      ...init,
      headers: {
        'x-forwarded-for': '203.0.113.7',
        'x-request-id': words,
        cookie: `a=${secret}`,
        ...init.headers,
      },
    })
  const asStaff = (data: object, by: string) =>
    ask('/api/sign-off', {
      method: 'POST',
      body: JSON.stringify(data),
      headers: {authorization: `Bearer ${by}`, 'content-type': 'application/json'},
    })

  // What visitors look for, and what strangers try.
  await ask(`/search?q=${words}`)
  await ask(`/search/for/${words}`)
  await ask(`/schools/find?near=${words}`)
  await ask(`/${words}/${head.email}?${secret}`)
  await ask(`/api/revalidate`, {
    method: 'POST',
    body: words,
    headers: {'sanity-webhook-signature': `t=1,v1=${secret}`},
  })
  await ask(`/api/draft-mode/enable?sanity-preview-secret=${secret}&sanity-preview-pathname=/${words}`)
  await ask(`/api/metrics`, {headers: {authorization: `Bearer ${secret}`}})
  await ask(`/%zz${words}`)

  // A message to a school, and a request for sign-off, when mail is refused.
  const school = await publishSchool()
  mail.refuse(school.mailbox)
  mail.refuse(head.email)
  const {page} = await plain(site.url)
  await site.notify({_id: school.id, slug: {current: school.id}})
  await page.goto(`${school.path}/talk`)
  await page.context().setExtraHTTPHeaders({'x-forwarded-for': someAddress()})
  await type(page, {...complete, 'Your message': words, 'Your e-mail address': school.sender})
  expect((await send(page)).status()).toBe(503)
  // Pages stand without mail: that is for a person to look at, and no failure.
  const {checks} = (await healthOf(site)).body
  expect(checks.mail).toEqual({
    status: 'warn',
    reason: 'The last letter was not sent: EENVELOPE, answer 550.',
  })
  const id = `test-${randomUUID()}`
  await content.create({
    _id: `drafts.${id}`,
    _type: 'testimonial',
    quotation: words,
    attribution: {kind: 'role', text: words},
  })
  const asked = await asStaff(
    {do: 'ask', type: 'testimonial', id, form: {reviewers: [head], why: words}},
    testSecrets().writeToken,
  )
  const link = /[\w-]{43}/.exec(await asked.text())?.[0] ?? secret
  await asStaff({do: 'describe', type: 'testimonial', id}, secret)
  await asStaff({do: words}, testSecrets().writeToken)
  for (const opened of [link, secret]) await ask(`/review/open/${opened}`)
  await ask('/review/new-link', {
    method: 'POST',
    body: new URLSearchParams({token: link}),
    headers: {origin: site.url},
  })
  await content.delete(`drafts.${id}`)

  // A picture that is held back for a child's name in its words.
  const asset = await content.fetch('*[_type == "sanity.imageAsset"][0]._id')
  const picture = {
    _key: 'garden',
    _type: 'picture',
    asset: {_type: 'reference', _ref: asset},
    alt: 'Olivia in the garden',
    showsPupils: true,
    consentDate: '2026-11-01',
  }
  await content
    .patch(school.id)
    .set({pictures: [picture]})
    .commit()
  await site.notifyOf(
    {id: school.id, type: 'school', slugAfter: school.id, slugBefore: school.id},
    testSecrets().webhookSecret,
  )
  await expect.poll(() => messagesOf(site.output(), 'content').join()).toContain('looks like a child’s name')

  // The lake breaks off while the site passes a question of the Studio on, and while it makes a page.
  lake.become('gone')
  await ask(`/lake/v1/data/query/production?query=*[title == "${words}"]`, {
    headers: {authorization: `Bearer ${secret}`},
  })
  await ask(`/search?q=${words}x`)
  lake.become('well')

  const lines = site.output()
  const parts = new Set(entriesOf(site).map(({part}) => part))
  // What went wrong was told.
  expect([...parts]).toEqual(
    expect.arrayContaining(['content', 'mail', 'sign-off', 'request', 'console', 'revalidation']),
  )
  const personal = [
    words,
    secret,
    link,
    head.email,
    head.name,
    school.mailbox,
    school.sender,
    '203.0.113.7',
    'Olivia',
  ]
  personal.push(...Object.values(complete).map((typed) => typed.split('\n')[0] ?? typed))
  personal.push(...Object.values(testSecrets()), token)
  for (const [at, word] of personal.entries())
    expect(
      lines.filter((line) => line.includes(word)),
      `word ${at}`,
    ).toEqual([])
  // One line of JSON for each event, besides what Next.js tells of its start.
  const started = lines.findIndex((line) => line.includes('Ready in'))
  const others = lines.slice(started + 1).filter((line) => !line.startsWith('{"time":'))
  expect(others.filter((line) => !line.includes('next.config.js'))).toEqual([])
})
