import {randomUUID} from 'node:crypto'
import type {APIRequestContext} from '@playwright/test'
import {testSecrets} from './support/lake.ts'
import {expect, test} from './support/test.ts'

/** Requests by which Next.js hands out a page in parts, before and while somebody follows a link. */
const routerHeaders: {[name: string]: string}[] = [
  {},
  {rsc: '1'},
  {rsc: '1', 'next-router-prefetch': '1'},
  {rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree'},
  {rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full'},
  {cookie: '__prerender_bypass=guessed; sanity-preview-perspective=drafts'},
  {'x-prerender-revalidate': 'guessed', 'x-nextjs-data': '1'},
  {'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy'},
]

/** Queries by which a visitor may look for more than is published. */
const queries = [
  '*',
  '*[_id in path("**")]',
  '*[_type == "testimonialProof"]',
  '*{..., "proof": *[_id == "testimonialProof." + ^._id][0], "draft": *[_id == "drafts." + ^._id][0]}',
  '*[references($id)]{..., "followed": *[_id == $id][0]}',
  '{"followed": *[_id == "siteSettings"][0]{"proof": {"_ref": $id}}.proof->, "count": count(*[_id == $id])}',
  '* | order(*[_id == $id][0].saidBy desc){_id, "saidBy": *[_id == $id][0].saidBy}',
  '* | score(title match $secret + "*", saidBy match $secret + "*"){_score, title, saidBy}',
]

async function textOf(request: APIRequestContext, address: string, headers = {}): Promise<string> {
  const answer = await request.get(address, {headers, maxRedirects: 0, failOnStatusCode: false})
  return `${JSON.stringify(answer.headersArray())}\n${await answer.text()}`
}

test('neither drafts nor proofs nor tokens are in anything that a visitor can ask for', async ({
  lake,
  publishPage,
  request,
}) => {
  const published = await publishPage('Seen by everybody', 'Words for everybody.')
  const secret = `secret${randomUUID().replaceAll('-', '')}`
  const testimonial = `test-${randomUUID()}`
  const proof = `testimonialProof.${testimonial}`
  const claim = `test-${randomUUID()}`
  const unpublished = `test-${randomUUID()}`
  // A claim that everybody sees, on a page that nobody does.
  const claimedOnADraft = {
    _key: 'claimed',
    _type: 'benefitClaimsSection',
    claims: [{_key: 'one', _type: 'reference', _ref: 'claim-efficiency'}],
  }
  await lake
    .transaction()
    .create({...published, _id: `drafts.${published._id}`, title: secret, summary: secret})
    .create({...published, _id: `versions.later.${published._id}`, title: secret})
    .create({
      ...published,
      _id: `drafts.${unpublished}`,
      slug: {_type: 'slug', current: unpublished},
      title: secret,
      sections: [claimedOnADraft],
    })
    .create({_id: `drafts.${claim}`, _type: 'benefitClaim', kind: 'words', statement: secret})
    .create({_id: proof, _type: 'testimonialProof', saidBy: secret, contactDetails: secret})
    .create({_id: testimonial, _type: 'testimonial', quote: 'Said', proof: {_type: 'reference', _ref: proof}})
    .commit()

  const slug = published.slug.current
  const pages = ['/', '/schools', `/${slug}`, `/${unpublished}`, '/nothing-here']
  const parts = pages.flatMap((page) => [
    `${page}?_rsc=1`,
    `${page === '/' ? '/index' : page}.rsc`,
    `${page === '/' ? '/index' : page}.segments/_full.segment.rsc`,
    `${page === '/' ? '/index' : page}.segments/_tree.segment.rsc`,
  ])
  const others = [
    '/evidence',
    '/evidence.json',
    '/evidence.csv',
    '/sitemap.xml',
    '/robots.txt',
    '/api/health',
    '/api/draft-mode/events',
    '/api/revalidate',
    '/studio',
  ]
  const lakePaths = [
    `/data/doc/production/${proof},drafts.${published._id},versions.later.${published._id}`,
    '/data/export/production',
    `/data/history/production/documents/${published._id}`,
    `/data/history/production/transactions/${published._id},drafts.${published._id}`,
    '/users/me/keyvalue',
    '/projects/local',
  ]
  const asked = queries.flatMap((query) =>
    ['published', 'raw', 'drafts', 'later', 'raw,later'].map((perspective) => {
      const params = {
        query,
        perspective,
        $id: JSON.stringify(proof),
        $secret: JSON.stringify(secret.slice(0, 8)),
      }
      return `/data/query/production?${new URLSearchParams({...params, resultSourceMap: 'true', returnQuery: 'false'})}`
    }),
  )

  const answers = new Map<string, string>()
  for (const address of [...pages, ...parts, ...others])
    for (const headers of routerHeaders)
      answers.set(`${address} ${JSON.stringify(headers)}`, await textOf(request, address, headers))
  for (const path of [...lakePaths, ...asked])
    for (const version of ['v1', 'v2021-03-25', 'v2025-02-19', 'vX'])
      answers.set(`${version}${path}`, await textOf(request, `/lake/${version}${path}`))

  expect(answers.get(`/${slug} {}`)).toContain('Seen by everybody')
  const {readToken, writeToken, webhookSecret, signOffKey} = testSecrets()
  const hidden = [secret, readToken, writeToken, webhookSecret, signOffKey]
  const leaks = [...answers].filter(([, text]) => hidden.some((word) => text.includes(word)))
  expect(leaks.map(([address]) => address)).toEqual([])
  const ids = [
    testimonial,
    proof,
    `drafts.${published._id}`,
    `versions.later.${published._id}`,
    `drafts.${unpublished}`,
    `drafts.${claim}`,
  ]
  for (const id of ids) await lake.delete(id)
})

test('the health of the site does not name a document that is not public', async ({lake, request}) => {
  const proof = `testimonialProof.${randomUUID()}`
  const lastRevalidation = async () => (await (await request.get('/api/health')).json()).lastRevalidation
  const before = await lastRevalidation()
  await lake.create({_id: proof, _type: 'testimonialProof', saidBy: 'Somebody'})
  await expect.poll(async () => (await lastRevalidation())?.receivedAt).not.toBe(before?.receivedAt)
  expect(JSON.stringify(await lastRevalidation())).not.toContain('testimonialProof')
  await lake.delete(proof)
})
