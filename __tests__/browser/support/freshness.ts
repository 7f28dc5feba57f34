import {createHash, randomUUID} from 'node:crypto'
import {readdirSync, statSync} from 'node:fs'
import path from 'node:path'
import type {APIRequestContext} from '@playwright/test'
import type {SanityClient} from '@sanity/client'
import {testPage} from './lake.ts'
import {siteUnderTest} from './sites-under-test.ts'
import {expect} from './test.ts'

/** A machine that is busy with other things must not fail a test; how fast it is, `npm run bench` measures. */
const patience = {timeout: 30_000, intervals: [50]}

/**
 * Waits until the site has taken every change so far and made the pages again, which after hundreds of changes takes
 * longer than after one. The lake sends its messages in order,
 * so a redirect that works now says that what was published before it has arrived.
 */
export async function untilSettled(
  request: APIRequestContext,
  lake: SanityClient,
  timeout = patience.timeout,
): Promise<void> {
  const patient = {...patience, timeout}
  const id = `test-settled-${randomUUID()}`
  const from = `/${id}`
  await lake.create({_id: id, _type: 'redirect', from, to: '/about-us', permanent: false})
  await expect.poll(async () => (await request.get(from, {maxRedirects: 0})).status(), patient).toBe(307)
  await lake.delete(id)
  await expect.poll(async () => (await request.get(from, {maxRedirects: 0})).status(), patient).toBe(404)
  await expect
    .poll(async () => (await (await request.get('/api/health')).json()).revalidationsUnderWay, patient)
    .toBe(0)
}

/** A page as it was when it was looked at. */
export type Look = {
  status: number
  /** SHA-256 of the page: what differs is easier to see than to read. */
  words: string
  cache: string | undefined
  madeAt: number | null
}

export async function look(request: APIRequestContext, address: string): Promise<Look> {
  const response = await request.get(address, {maxRedirects: 0})
  return {
    status: response.status(),
    words: createHash('sha256')
      .update(await response.body())
      .digest('hex'),
    cache: response.headers()['x-nextjs-cache'],
    madeAt: madeAt(address),
  }
}

/** Where the built site keeps the pages that it has made, under one folder for each route. */
const routeFolders = ['APP_PAGE', 'APP_ROUTE'].map((kind) =>
  path.resolve(siteUnderTest().folder, '.next/server/route-cache', kind),
)

/** When the site made what it keeps for an address, as the file system says it; null when it keeps none on disk. */
export function madeAt(address: string): number | null {
  const name = address === '/' ? 'index' : address.slice(1)
  const files = routeFolders.flatMap((folder) =>
    readdirSync(folder).flatMap((route) =>
      ['html', 'body'].map((ending) => path.join(folder, route, '$', `${name}.${ending}`)),
    ),
  )
  const times = files.flatMap((file) => statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? [])
  return times.length === 0 ? null : Math.max(...times)
}

/** Waits until the page at an address reads as it must, as a visitor would see it. */
export async function untilChanged(
  request: APIRequestContext,
  address: string,
  expected: Partial<{status: number; with: string; without: string}>,
): Promise<void> {
  const reads = async () => {
    const response = await request.get(address, {maxRedirects: 0})
    const text = await response.text()
    return {
      ...(expected.status !== undefined && {status: response.status()}),
      ...(expected.with !== undefined && {with: text.includes(expected.with)}),
      ...(expected.without !== undefined && {without: !text.includes(expected.without)}),
    }
  }
  await expect.poll(reads, {...patience, message: address}).toEqual({
    ...(expected.status !== undefined && {status: expected.status}),
    ...(expected.with !== undefined && {with: true}),
    ...(expected.without !== undefined && {without: true}),
  })
}

/** Documents of one test: a page that quotes a school's testimonial and makes a claim. */
export function testContent() {
  const id = `test-${randomUUID()}`
  const reference = (target: string) => ({_type: 'reference', _ref: target})
  const school = {
    _id: `${id}-school`,
    _type: 'school',
    name: 'The School of This Test',
    slug: {_type: 'slug', current: `${id}-school`},
    phase: 'primary',
    status: 'in-trust',
  }
  const testimonial = {
    _id: `${id}-testimonial`,
    _type: 'testimonial',
    quotation: 'The quotation of this test.',
    attribution: {kind: 'role', text: 'Teacher'},
    school: reference(school._id),
  }
  const proof = {
    _id: `testimonialProof.${testimonial._id}`,
    _type: 'testimonialProof',
    saidBy: 'Somebody',
    permissionGivenOn: '2020-01-01',
  }
  const claim = {
    _id: `${id}-claim`,
    _type: 'benefitClaim',
    kind: 'words',
    statement: 'The claim of this test.',
  }
  const plain = testPage('The page of this test', 'The paragraph of this test.')
  const page = {
    ...plain,
    _id: `${id}-page`,
    slug: {_type: 'slug', current: `${id}-page`},
    sections: [
      ...plain.sections,
      {
        _key: 'quoted',
        _type: 'testimonialsSection',
        testimonials: [{_key: 'one', ...reference(testimonial._id)}],
      },
      {_key: 'claimed', _type: 'benefitClaimsSection', claims: [{_key: 'one', ...reference(claim._id)}]},
    ],
  }
  return {id, school, testimonial, proof, claim, page}
}
