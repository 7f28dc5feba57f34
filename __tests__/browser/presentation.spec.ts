import {randomUUID} from 'node:crypto'
import {expectAccessible} from './support/accessible.ts'
import {openInStudio, writeField} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

test('Preview shows a draft while it is typed, and a click leads to the words', async ({
  page,
  publishPage,
  request,
}) => {
  const made = await publishPage('Seen before it is seen', 'Words to preview.')
  const address = `/${made.slug.current}`
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(address)}`)
  const site = page.frameLocator('iframe').first()
  await expect(site.getByRole('heading', {level: 1})).toHaveText(/Seen before it is seen/, {timeout: 40_000})

  await writeField(page, 'title', 'Seen while it is typed')
  await expect(site.getByRole('heading', {level: 1})).toHaveText(/Seen while it is typed/)
  expect(await (await request.get(address)).text()).not.toContain('Seen while it is typed')

  await site.getByText('Words to preview.').hover()
  await site.getByText('Words to preview.').click()
  await expect(page.getByTestId('nested-object-dialog')).toBeVisible()
})

test('a page that nobody has published is seen in Preview alone', async ({page, lake, request}) => {
  const id = `test-draft-${Date.now()}`
  await lake.create({
    _id: `drafts.${id}`,
    _type: 'page',
    title: 'Not yet',
    slug: {_type: 'slug', current: id},
    sections: [],
  })
  expect((await request.get(`/${id}`)).status()).toBe(404)
  await page.goto(`/studio/presentation?preview=/${id}`)
  await expect(page.frameLocator('iframe').first().getByRole('heading', {level: 1})).toHaveText(/Not yet/, {
    timeout: 40_000,
  })
  expect((await request.get(`/${id}`)).status()).toBe(404)
  await lake.delete(`drafts.${id}`)
})

test('Preview shows what is published to who chooses to see that', async ({page, lake, publishPage}) => {
  const made = await publishPage('As it is published', 'Words that stay.')
  await lake.create({...made, _id: `drafts.${made._id}`, title: 'As it may become'})
  const address = encodeURIComponent(`/${made.slug.current}`)
  const heading = page.frameLocator('iframe').first().getByRole('heading', {level: 1})

  await page.goto(`/studio/presentation?preview=${address}`)
  await expect(heading).toHaveText(/As it may become/, {timeout: 40_000})
  await page.goto(`/studio/presentation?preview=${address}&perspective=published`)
  await expect(heading).toHaveText(/As it is published/, {timeout: 40_000})
  await expect(page.frameLocator('iframe').first().getByText('You see what visitors see.')).toBeVisible()
})

test('a draft is accessible, with the mark of what is held back and the bar that leads out', async ({
  page,
}) => {
  await page.goto('/studio/presentation?preview=/working-with-us')
  await expect(page.frameLocator('iframe').first().getByRole('heading', {level: 1})).toBeVisible({
    timeout: 40_000,
  })
  for (const width of [1280, 320]) {
    await page.setViewportSize({width, height: 800})
    await page.goto('/working-with-us')
    await expect(page.getByText('Visitors do not see this.')).toBeVisible()
    await expect(page.getByRole('complementary', {name: 'Preview'})).toBeVisible()
    await expectAccessible(page, `the draft at ${width} px`)
  }
  await page.goto('/schools')
  const bar = page.getByRole('complementary', {name: 'Preview'})
  await page
    .locator('main img')
    .first()
    .evaluate((picture) => picture.scrollIntoView({block: 'end'}))
  const covered = await bar.evaluate((element) => {
    const {left, top, width, height} = element.getBoundingClientRect()
    const across = Array.from({length: 20}, (_, step) => left + ((step + 0.5) / 20) * width)
    return across.filter((x) => !element.contains(document.elementFromPoint(x, top + height / 2)))
  })
  expect(covered, 'what lies over the bar').toEqual([])
})

/** A text of one paragraph, of which a link takes all. */
const linked = (link: {[field: string]: unknown}) => [
  {
    _key: 'block',
    _type: 'block',
    style: 'normal',
    markDefs: [{_key: 'link', _type: 'link', ...link}],
    children: [{_key: 'span', _type: 'span', text: 'Follow this link.', marks: ['link']}],
  },
]

const choice = (id: string) => ({_key: id, _type: 'reference', _ref: id, _weak: true})

const entry = (_key: string, label: string) => ({_key, _type: 'navigationItem', label})

/** What visitors do not see of a page, why, and where a click on the reason leads. */
const heldBack = (
  id: string,
  assetId: string,
): {section: {[field: string]: unknown}; says: string; leads: string}[] => [
  {
    section: {_type: 'richTextSection', body: linked({linkType: 'external'})},
    says: 'The link has no address yet.',
    leads: 'sections:0.body:block.markDefs:link.href',
  },
  {
    section: {
      _type: 'richTextSection',
      body: linked({linkType: 'internal', page: choice(`${id}-unpublished`)}),
    },
    says: 'The link leads to something that is not published.',
    leads: 'sections:1.body:block.markDefs:link.page',
  },
  {section: {_type: 'richTextSection'}, says: 'This section has no words yet.', leads: 'sections:2.body'},
  {
    section: {_type: 'resourceLinkSection', resource: choice('resource-myths')},
    says: 'The resource has no address yet.',
    leads: 'resource-myths;url',
  },
  {
    section: {_type: 'benefitClaimsSection', claims: [choice(`${id}-claim`)]},
    says: 'Give both numbers',
    leads: `${id}-claim;statistic`,
  },
  {
    section: {_type: 'testimonialsSection', testimonials: [choice(`${id}-testimonial`)]},
    says: 'The private proof is missing',
    leads: `testimonialProof.${id}-testimonial;permissionGivenOn`,
  },
  {
    section: {_type: 'testimonialsSection', testimonials: [choice(`${id}-gone`)]},
    says: 'A testimonial was chosen that has been deleted.',
    leads: `sections:6.testimonials:${id}-gone`,
  },
  {
    section: {_type: 'schoolsSection', selection: 'chosen', schools: [choice(`${id}-school`)]},
    says: 'This school is not published yet.',
    leads: `sections:7.schools:${id}-school`,
  },
  {
    section: {
      _type: 'pictureSection',
      picture: {_type: 'picture', asset: {_type: 'reference', _ref: assetId}},
    },
    says: 'Say what the picture shows, or mark it as decoration.',
    leads: 'sections:8.picture',
  },
  {
    section: {
      _type: 'questionsSection',
      questions: [{_key: 'one', _type: 'question', question: 'Is it so?'}],
    },
    says: 'The question has no answer yet.',
    leads: 'sections:9.questions:one.answer',
  },
  {
    section: {_type: 'carouselSection'},
    says: 'This section cannot be shown: nothing shows a “carouselSection”.',
    leads: 'sections:10',
  },
]

test('what visitors do not see is in the draft, with the reason and the way to where it is mended', async ({
  page,
  lake,
  publishPage,
  request,
}) => {
  const {_id: id, ...made} = await publishPage('Held back everywhere', 'Words for everybody.')
  const assetId = await lake.fetch<string>('*[_type == "sanity.imageAsset"][0]._id')
  const kinds = heldBack(id, assetId)
  const school = {
    _type: 'school',
    name: 'A school to come',
    slug: {_type: 'slug', current: `${id}-school`},
    status: 'in-trust',
  }
  await lake
    .transaction()
    .create({
      _id: `${id}-claim`,
      _type: 'benefitClaim',
      kind: 'statistic',
      statement: 'Most schools are better for it.',
    })
    .create({
      _id: `${id}-testimonial`,
      _type: 'testimonial',
      quotation: 'Said.',
      attribution: {kind: 'role', text: 'A head'},
    })
    .create({...school, _id: `drafts.${id}-school`, happyToBeAsked: true})
    .create({...made, _id: `drafts.${id}-unpublished`, slug: {_type: 'slug', current: `${id}-unpublished`}})
    .patch(id, (patch) =>
      patch.set({sections: kinds.map(({section}, index) => ({...section, _key: String(index)}))}),
    )
    .patch('siteSettings', (patch) =>
      patch.insert('after', 'navigation[-1]', [
        {...entry('to-come', 'Soon to come'), page: choice(`${id}-unpublished`)},
        {...entry('there', 'Here already'), path: '/schools'},
      ]),
    )
    .commit()

  await page.goto('/studio/presentation?preview=/contact')
  await expect(page.frameLocator('iframe').first().getByText('You see changes that are not')).toBeVisible({
    timeout: 40_000,
  })
  await page.goto(`/${made.slug.current}`)
  const reasons = page.locator('[data-held-back] > p')
  for (const {says, leads} of kinds) {
    const mark = await reasons.filter({hasText: says}).first().getAttribute('data-sanity')
    const [, document, path] = /^id=([^;]+);type=[^;]+;path=([^;]+);/.exec(mark ?? '') ?? []
    expect(document === id ? path : `${document};${path}`, says).toBe(leads)
  }
  const menu = page.getByRole('navigation', {name: 'Main'})
  await expect(menu.getByRole('listitem').filter({hasText: 'Soon to come'})).toContainText(
    'Visitors do not see this. This entry leads to a page that is not published.',
  )
  await expect(menu.locator('[data-sanity*="navigation:to-come.page;"]')).toBeVisible()
  await expect(menu.getByRole('link', {name: 'Soon to come'})).toHaveCount(0)

  const read = async () => (await request.get(`/${made.slug.current}`)).text()
  await expect.poll(read).toContain('Here already')
  expect(await read()).not.toMatch(
    /Visitors do not see|Follow this link|Is it so|A school to come|Said\.|Soon to come/,
  )
  await lake
    .patch('siteSettings')
    .unset(['navigation[_key == "to-come"]', 'navigation[_key == "there"]'])
    .commit()

  await page.goto(`/schools/${id}-school`)
  const asking = page.getByText('A school that is happy to be asked needs a way to be asked')
  await expect(asking).toHaveAttribute('data-sanity', /path=contactRoute;/)
  await lake.delete({
    query: '*[string::startsWith(_id, $id) || string::startsWith(_id, $draft)]',
    params: {id: `${id}-`, draft: `drafts.${id}-`},
  })
})

test('a form says on how many pages the document is used, and leads to them', async ({
  page,
  lake,
  publishPage,
}) => {
  const made = await publishPage('Uses others', 'Words.')
  const {_id: id} = made
  const choices = {
    testimonials: [choice(`${id}-testimonial`)],
    question: linked({linkType: 'internal', page: choice(`${id}-resource`)}),
  }
  await lake
    .transaction()
    .create({
      _id: `${id}-testimonial`,
      _type: 'testimonial',
      quotation: 'Said.',
      school: choice('school-larkrigg'),
    })
    .create({_id: `${id}-resource`, _type: 'resource', title: 'An article'})
    .patch(id, (patch) =>
      patch.set({
        sections: [
          {_key: 'a', _type: 'testimonialsSection', testimonials: choices.testimonials},
          {
            _key: 'b',
            _type: 'questionsSection',
            questions: [{_key: 'q', question: 'So?', answer: choices.question}],
          },
        ],
      }),
    )
    .commit()
  const opened: [type: string, id: string, says: string, leads: RegExp][] = [
    ['resource', `${id}-resource`, 'Used on one page', /^Uses others \/test/],
    ['testimonial', `${id}-testimonial`, 'Used on 2 pages', /^Larkrigg School \/schools/],
    ['page', id, 'No page and no menu leads to it yet', /^Uses others \/test/],
  ]
  for (const [type, document, says, leads] of opened) {
    await openInStudio(page, type, document)
    const banner = page.getByTestId('form-view').getByText(says)
    await expect(banner).toBeVisible()
    await banner.click()
    await expect(page.getByTestId('form-view').getByRole('link', {name: leads})).toBeVisible()
  }
  await lake.delete({query: '*[string::startsWith(_id, $id)]', params: {id: `${id}-`}})
})

test('draft mode needs a secret from the Studio', async ({request}) => {
  for (const query of [
    '',
    '?sanity-preview-secret=guessed',
    '?sanity-preview-secret=guessed&sanity-preview-pathname=/',
  ]) {
    const answer = await request.get(`/api/draft-mode/enable${query}`, {maxRedirects: 0})
    expect(answer.status(), query).toBeGreaterThanOrEqual(400)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
})

test('the link that no editor has filled in yet is held back, and comes alive with its address', async ({
  page,
  lake,
  request,
}) => {
  const announcement = 'There are many myths about working in MATs'
  const resource = await lake.fetch<{_id: string}>(
    '*[_type == "resource" && _id in *[slug.current == "working-with-us"].sections[].resource._ref][0]{_id}',
  )
  // A connection of its own each time: one that was left idle is closed by the site after some seconds.
  const headers = {connection: 'close'}
  const read = async () => (await request.get('/working-with-us', {headers})).text()
  expect(await read()).not.toContain(announcement)
  await openInStudio(page, 'resource', resource._id)
  await page.goto('/studio/presentation?preview=/working-with-us')
  await expect(page.frameLocator('iframe').first().getByText(announcement)).toBeVisible({timeout: 40_000})

  await lake.patch(resource._id).set({url: 'https://www.example.org/myths'}).commit()
  await expect.poll(read).toContain('https://www.example.org/myths')
  expect(await read()).toContain(announcement)
  await lake.patch(resource._id).unset(['url']).commit()
  await expect.poll(read).not.toContain(announcement)
})

test.describe('a secret from the Studio', () => {
  const secret = randomUUID()
  const enable = (path: string) =>
    `/api/draft-mode/enable?${new URLSearchParams({
      'sanity-preview-secret': secret,
      'sanity-preview-perspective': 'drafts',
      'sanity-preview-pathname': path,
    })}`

  test.beforeEach(async ({lake}) => {
    const document = {_id: `drafts.${secret}`, _type: 'sanity.previewUrlSecret', secret, source: 'test'}
    await lake.createOrReplace({...document, studioUrl: 'http://localhost/studio'})
  })
  test.afterEach(async ({lake}) => {
    await lake.delete(`drafts.${secret}`)
  })

  test('opens a preview whose cookies no script reads and no other site sends', async ({request}) => {
    const answer = await request.get(enable('/schools'), {maxRedirects: 0})
    expect(answer.status()).toBe(307)
    expect(answer.headers().location).toMatch(/^\/schools(\?|$)/)
    const cookies = answer
      .headersArray()
      .filter(({name, value}) => name.toLowerCase() === 'set-cookie' && !value.includes('1970'))
      .map(({value}) => value)
    expect(cookies.map((cookie) => cookie.split('=', 1)[0])).toEqual(
      expect.arrayContaining(['__prerender_bypass', 'sanity-preview-perspective']),
    )
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; *HttpOnly/i)
      expect(cookie).toMatch(/; *SameSite=lax/i)
      // A local site has no HTTPS, and not every browser makes an exception for localhost.
      expect(cookie).not.toMatch(/; *Secure/i)
    }
  })

  for (const path of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    '/.//evil.example',
  ])
    test(`opens none at ${JSON.stringify(path)}`, async ({request}) => {
      const answer = await request.get(enable(path), {maxRedirects: 0})
      expect(answer.status()).toBe(400)
      expect(answer.headers()['set-cookie']).toBeUndefined()
    })
})
