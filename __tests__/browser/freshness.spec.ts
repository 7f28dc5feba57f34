import {randomUUID} from 'node:crypto'
import {type Look, look, madeAt, testContent, untilChanged, untilSettled} from './support/freshness.ts'
import {agreeTo} from './support/sign-off.ts'
import {test as base, expect} from './support/test.ts'

/** What a place must read as after a change; `made` alone when the page is made again with the same words. */
type Expected = {status?: number; with?: string; without?: string; made?: true}
type Place =
  | 'home'
  | 'other'
  | 'listing'
  | 'page'
  | 'school'
  | 'schools'
  | 'sitemap'
  | 'evidence'
  | 'evidenceJson'
  | 'evidenceCsv'
  | 'missing'

type Site = ReturnType<typeof testContent> & {
  addresses: {[place in Place]: string}
  /** Makes a change, and sees that the places named change and that no other page is made again. */
  follow: (change: () => Promise<unknown>, expected: {[place in Place]?: Expected}) => Promise<void>
}

const places: Place[] = [
  'home',
  'other',
  'listing',
  'page',
  'school',
  'schools',
  'sitemap',
  'evidence',
  'evidenceJson',
  'evidenceCsv',
  'missing',
]

/** What the list of claims reads as, and the same as data. */
const claims = (page: Expected, data: Expected = page) => ({
  evidence: page,
  evidenceJson: data,
  evidenceCsv: data,
})

const test = base.extend<{site: Site}>({
  site: async ({lake, request}, use) => {
    const content = testContent()
    const {id, school, testimonial, proof, claim, page} = content
    const settings = await lake.getDocument('siteSettings')
    if (!settings) throw new Error('There are no settings.')
    const creation = lake.transaction()
    creation
      .create(school)
      .create<object>(testimonial)
      .create<object>(proof)
      .create<object>(claim)
      .create<object>(page)
    await creation.commit()
    await agreeTo(lake, [testimonial._id])
    const addresses = {
      home: '/',
      other: '/contact',
      // It lists every school, whichever they are.
      listing: '/about-us',
      page: `/${page.slug.current}`,
      school: `/schools/${school.slug.current}`,
      schools: '/schools',
      sitemap: '/sitemap.xml',
      evidence: '/evidence',
      evidenceJson: '/evidence.json',
      evidenceCsv: '/evidence.csv',
      missing: `/${id}-missing`,
    }
    const lookAtAll = async () => {
      const looks = await Promise.all(places.map((place) => look(request, addresses[place])))
      return new Map<Place, Look>(looks.map((seen, index) => [places[index] ?? 'home', seen]))
    }
    await untilSettled(request, lake)
    for (const place of places)
      await expect.poll(async () => (await look(request, addresses[place])).cache).toBe('HIT')

    await use({
      ...content,
      addresses,
      follow: async (change, expected) => {
        const before = await lookAtAll()
        await change()
        for (const place of places) {
          const {made, ...reading} = expected[place] ?? {}
          if (expected[place]) await untilChanged(request, addresses[place], reading)
        }
        await untilSettled(request, lake)
        const after = await lookAtAll()
        for (const place of places) {
          const [was, is] = [before.get(place), after.get(place)]
          if (expected[place] === undefined) expect(is, `${place} is left alone`).toEqual(was)
          // What was not found before has never been on disk.
          else if (was?.madeAt && is?.status !== 308)
            expect(is?.madeAt, `${place} is made again`).toBeGreaterThan(was.madeAt)
        }
      },
    })

    // Settings that are written again make every page again, also when they say the same.
    const now = await lake.getDocument('siteSettings')
    if (now?._rev !== settings._rev) await lake.createOrReplace(settings)
    const made = `*[_id == $proof || string::startsWith(_id, $id) || string::startsWith(_id, "drafts." + $id)
      || string::startsWith(from, "/" + $id)]`
    await lake.delete({query: made, params: {id, proof: proof._id}})
    await untilSettled(request, lake)
  },
})

test('an edited page changes, and with it the sitemap and the list of claims that names it', async ({
  site,
  lake,
}) => {
  await site.follow(() => lake.patch(site.page._id).set({title: 'An edited title'}).commit(), {
    page: {status: 200, with: 'An edited title'},
    sitemap: {made: true},
    ...claims({with: 'An edited title'}, {made: true}),
  })
})

test('a draft changes nothing until it is published', async ({site, lake, request}) => {
  const draftId = `drafts.${site.page._id}`
  await site.follow(() => lake.create({...site.page, _id: draftId, title: 'A title in a draft'}), {})
  await site.follow(
    () => lake.action({actionType: 'sanity.action.document.publish', draftId, publishedId: site.page._id}),
    {
      page: {with: 'A title in a draft'},
      sitemap: {made: true},
      ...claims({with: 'A title in a draft'}, {made: true}),
    },
  )
  expect((await look(request, site.addresses.page)).status).toBe(200)
})

test('a page that is published brings its address to life', async ({site, lake}) => {
  const publishedId = `${site.id}-new`
  const draftId = `drafts.${publishedId}`
  const slug = {_type: 'slug', current: site.addresses.missing.slice(1)}
  await lake.create({...site.page, _id: draftId, slug})
  await site.follow(() => lake.action({actionType: 'sanity.action.document.publish', draftId, publishedId}), {
    missing: {status: 200, with: 'The page of this test'},
    sitemap: {with: site.addresses.missing},
    ...claims({with: site.addresses.missing}),
  })
})

test('a page that is withdrawn is not found any more', async ({site, lake}) => {
  await site.follow(
    () =>
      lake.action({
        actionType: 'sanity.action.document.unpublish',
        draftId: `drafts.${site.page._id}`,
        publishedId: site.page._id,
      }),
    {page: {status: 404}, sitemap: {without: site.addresses.page}, ...claims({without: site.addresses.page})},
  )
})

test('a page that is deleted is not found any more', async ({site, lake}) => {
  await site.follow(
    () =>
      lake.action({
        actionType: 'sanity.action.document.delete',
        publishedId: site.page._id,
        includeDrafts: [],
      }),
    {page: {status: 404}, sitemap: {without: site.addresses.page}, ...claims({without: site.addresses.page})},
  )
})

test('a school that is deleted leaves every list', async ({site, lake, request}) => {
  await lake.patch(site.testimonial._id).unset(['school']).commit()
  await untilSettled(request, lake)
  await site.follow(() => lake.delete(site.school._id), {
    school: {status: 404},
    schools: {without: site.addresses.school},
    listing: {without: site.addresses.school},
    sitemap: {without: site.addresses.school},
  })
})

test('a page that moves leaves a redirect, and one that moves again leaves no chain', async ({
  site,
  lake,
  request,
}) => {
  const rename = (slug: string) => () => lake.patch(site.page._id).set({'slug.current': slug}).commit()
  const [second, third] = [`${site.id}-second`, `${site.id}-third`]
  const leadsTo = async (address: string) => {
    const response = await request.get(address, {maxRedirects: 0})
    return [response.status(), response.headers().location?.replace(/^https?:\/\/[^/]+/, '')]
  }
  await site.follow(rename(second), {
    page: {status: 308},
    sitemap: {with: `/${second}`, without: site.addresses.page},
    ...claims({with: `/${second}`, without: site.addresses.page}),
  })
  await untilChanged(request, `/${second}`, {status: 200, with: 'The page of this test'})
  expect(await leadsTo(site.addresses.page)).toEqual([308, `/${second}`])

  await site.follow(rename(third), {
    page: {status: 308},
    sitemap: {with: `/${third}`, without: `/${second}`},
    ...claims({with: `/${third}`, without: `/${second}`}),
  })
  await untilChanged(request, `/${third}`, {status: 200, with: 'The page of this test'})
  expect(await leadsTo(site.addresses.page)).toEqual([308, `/${third}`])
  expect(await leadsTo(`/${second}`)).toEqual([308, `/${third}`])

  await site.follow(rename(site.page.slug.current), {
    page: {status: 200, with: 'The page of this test'},
    sitemap: {with: site.addresses.page, without: `/${third}`},
    ...claims({with: site.addresses.page, without: `/${third}`}),
  })
  expect(await leadsTo(`/${second}`)).toEqual([308, site.addresses.page])
  expect(await leadsTo(`/${third}`)).toEqual([308, site.addresses.page])
})

test('an edited testimonial leaves the pages that quote it, and comes back to them when its school agrees', async ({
  site,
  lake,
}) => {
  const {_id: id, quotation} = site.testimonial
  await site.follow(() => lake.patch(id).set({quotation: 'Put another way.'}).commit(), {
    page: {without: quotation},
    school: {without: quotation},
    sitemap: {made: true},
  })
  await site.follow(() => agreeTo(lake, [id]), {
    page: {with: 'Put another way.'},
    school: {with: 'Put another way.'},
  })
})

test('a permission that is withdrawn takes the testimonial off every page', async ({site, lake}) => {
  await site.follow(() => lake.patch(site.proof._id).set({permissionWithdrawnOn: '2021-01-01'}).commit(), {
    page: {without: site.testimonial.quotation},
    school: {without: site.testimonial.quotation},
  })
})

test('an edited claim changes the page that makes it and the list of claims', async ({site, lake}) => {
  await site.follow(() => lake.patch(site.claim._id).set({statement: 'A claim put another way.'}).commit(), {
    page: {with: 'A claim put another way.'},
    sitemap: {made: true},
    ...claims({with: 'A claim put another way.'}),
  })
})

test('a claim that is published joins the list, and one that is withdrawn leaves it', async ({
  site,
  lake,
}) => {
  const publishedId = `${site.id}-second-claim`
  const draftId = `drafts.${publishedId}`
  const statement = 'A second claim of this test.'
  await site.follow(() => lake.create({...site.claim, _id: draftId, statement}), {})
  await site.follow(() => lake.action({actionType: 'sanity.action.document.publish', draftId, publishedId}), {
    ...claims({with: statement}),
    sitemap: {made: true},
  })
  await site.follow(
    () => lake.action({actionType: 'sanity.action.document.unpublish', draftId, publishedId}),
    {...claims({without: statement}), sitemap: {made: true}},
  )
})

test('a page that makes a claim no more is no longer named with it', async ({site, lake}) => {
  const sections = site.page.sections.filter(({_type}) => _type !== 'benefitClaimsSection')
  await site.follow(() => lake.patch(site.page._id).set({sections}).commit(), {
    page: {without: site.claim.statement},
    sitemap: {made: true},
    ...claims({without: site.addresses.page}),
  })
})

test('a number that has lost its evidence is withdrawn everywhere', async ({site, lake}) => {
  await site.follow(() => lake.patch(site.claim._id).set({kind: 'statistic'}).commit(), {
    page: {without: site.claim.statement},
    sitemap: {made: true},
    ...claims({without: site.claim.statement}),
  })
})

test('a school’s new name is everywhere where its old one was', async ({site, lake}) => {
  const rename = async () => {
    await lake.patch(site.school._id).set({name: 'A School by Another Name'}).commit()
    // It stands below the words of the testimonial, which wait for a new agreement.
    await agreeTo(lake, [site.testimonial._id])
  }
  await site.follow(rename, {
    page: {with: 'A School by Another Name'},
    school: {with: 'A School by Another Name'},
    schools: {with: 'A School by Another Name'},
    listing: {with: 'A School by Another Name'},
    sitemap: {made: true},
  })
})

test('a school that moves or leaves changes the pages of those near it before anybody visits, and makes no others', async ({
  site,
  lake,
  request,
}) => {
  const far = `/schools/${await lake.fetch<string>('*[_id == "school-larkrigg"][0].slug.current')}`
  const near = `${site.addresses.school}-near`
  await lake.create({
    ...site.school,
    _id: `${site.id}-near`,
    name: 'The School Near By',
    slug: {_type: 'slug', current: near.replace('/schools/', '')},
    location: {_type: 'geopoint', lat: 59, lng: -3},
  })
  await untilSettled(request, lake)
  for (const address of [far, near])
    await expect.poll(async () => (await look(request, address)).cache).toBe('HIT')
  const farMadeAt = madeAt(far)
  expect(farMadeAt).not.toBeNull()

  const changes = [
    {change: {location: {_type: 'geopoint', lat: 59.1, lng: -3}}, isShown: true},
    {change: {status: 'left'}, isShown: false},
  ]
  for (const {change, isShown} of changes) {
    await lake.patch(site.school._id).set(change).commit()
    await untilSettled(request, lake)
    const first = await request.get(near)
    expect(first.headers()['x-nextjs-cache']).toBe('HIT')
    expect((await first.text()).includes(site.school.name)).toBe(isShown)
    expect(madeAt(far)).toBe(farMadeAt)
  }
})

test('edited settings change every page, and not the sitemap', async ({site, lake}) => {
  const everywhere = {with: 'A Legal Name of This Test'}
  await site.follow(() => lake.patch('siteSettings').set({legalName: everywhere.with}).commit(), {
    home: everywhere,
    other: everywhere,
    listing: everywhere,
    page: everywhere,
    school: everywhere,
    schools: everywhere,
    evidence: everywhere,
    missing: {...everywhere, status: 404},
  })
})

test('whoever is the first to come to a wrong address after an edit of the settings reads what they say now', async ({
  lake,
  request,
}) => {
  const settings = await lake.getDocument('siteSettings')
  if (!settings) throw new Error('There are no settings.')
  await untilSettled(request, lake)
  const legalName = `The Name of This Test ${randomUUID()}`
  try {
    await lake.patch('siteSettings').set({legalName}).commit()
    // Asked of the site's health alone: any wrong address would be the first visitor.
    await expect
      .poll(async () => {
        const {lastRevalidation, revalidationsUnderWay} = await (await request.get('/api/health')).json()
        return {documentId: lastRevalidation.documentId, revalidationsUnderWay}
      })
      .toEqual({documentId: 'siteSettings', revalidationsUnderWay: 0})
    const response = await request.get(`/${randomUUID()}`)
    expect(response.status()).toBe(404)
    expect(await response.text()).toContain(legalName)
  } finally {
    await lake.createOrReplace(settings)
    await untilSettled(request, lake)
  }
})

test('a redirect that is added works, and no page is made again', async ({site, lake}) => {
  const redirect = {
    _id: `${site.id}-redirect`,
    _type: 'redirect',
    from: site.addresses.missing,
    to: '/about-us',
    permanent: true,
  }
  await site.follow(() => lake.create(redirect), {missing: {status: 308}})
})
