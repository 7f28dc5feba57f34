import type {Locator, Page} from '@playwright/test'
import {clickTargets, valueAt} from './support/click-targets.ts'
import {publish} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

const reference = (id: string) => ({_key: id, _type: 'reference', _ref: id})
const paragraph = (text: string) => [
  {
    _key: 'block',
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{_key: 'span', _type: 'span', text, marks: []}],
  },
]

/** One section of each type, and what a click on some of its words opens: the document and the path in it. */
const sections = (assetId: string) =>
  [
    {
      section: {_type: 'richTextSection', body: paragraph('Words of the text.')},
      clicks: [['Words of the text.', /sections\[_key=="0"\]\.body/]],
    },
    {
      section: {
        _type: 'testimonialsSection',
        heading: 'What they say',
        testimonials: [reference('testimonial-st-edda-parent')],
      },
      clicks: [
        ['What they say', /sections\[_key=="1"\]\.heading/],
        ['It is still our village school.', /testimonial-st-edda-parent\/quotation/],
      ],
    },
    {
      section: {
        _type: 'benefitClaimsSection',
        claims: [reference('claim-efficiency'), reference('claim-schools-improve')],
      },
      clicks: [
        ['It is more possible to be efficient', /claim-efficiency\/statement/],
        ['1 in 10', /claim-schools-improve\/statistic\.before/],
        ['Department for Education', /claim-schools-improve\/statistic\.source\.publisher/],
      ],
    },
    {
      section: {
        _type: 'schoolsSection',
        introduction: paragraph('One of our schools.'),
        selection: 'chosen',
        schools: [reference('school-larkrigg')],
      },
      clicks: [
        ['One of our schools.', /sections\[_key=="3"\]\.introduction/],
        ['ages 5 to 19', /school-larkrigg\/ages/],
      ],
    },
    {
      section: {
        _type: 'callToActionSection',
        text: 'Why to come.',
        label: 'Come and see',
        target: {_type: 'link', linkType: 'internal', page: reference('page-contact')},
      },
      clicks: [['Why to come.', /sections\[_key=="4"\]\.text/]],
    },
    {
      section: {
        _type: 'resourceLinkSection',
        announcement: paragraph('Look it up:'),
        resource: reference('resource-register'),
      },
      clicks: [['Look it up:', /sections\[_key=="5"\]\.announcement/]],
    },
    {
      section: {
        _type: 'questionsSection',
        questions: [
          {
            _key: 'one',
            _type: 'question',
            question: 'Is it so?',
            answer: paragraph('It is so indeed.'),
            source: {
              _type: 'source',
              publisher: 'Office for Examples',
              title: 'A count',
              url: 'https://www.example.org/count',
              publishedOn: '2025-03-01',
            },
          },
        ],
      },
      clicks: [
        ['Is it so?', /questions\[_key=="one"\]\.question/],
        ['It is so indeed.', /questions\[_key=="one"\]\.answer/],
      ],
    },
    {
      section: {
        _type: 'pictureSection',
        picture: {
          _type: 'picture',
          asset: {_type: 'reference', _ref: assetId},
          alt: 'A valley',
          caption: 'Home',
        },
      },
      clicks: [
        ['A valley', /sections\[_key=="7"\]\.picture/],
        ['Home', /sections\[_key=="7"\]\.picture\.caption/],
      ],
    },
    {
      section: {_type: 'contactSection', heading: 'Come and talk'},
      clicks: [['Come and talk', /sections\[_key=="8"\]\.heading/]],
    },
  ] satisfies {section: {_type: string; [field: string]: unknown}; clicks: [string, RegExp][]}[]

test('a click in Preview opens what it is on, in every section of a page', async ({
  page,
  publishPage,
  lake,
}) => {
  const made = await publishPage('Clicked everywhere', 'Words.')
  const assetId = await lake.fetch<string>(
    '*[_type == "sanity.imageAsset" && originalFilename == "valley-of-schools.webp"][0]._id',
  )
  const all = sections(assetId)
  await lake
    .patch(made._id)
    .set({sections: all.map(({section}, index) => ({...section, _key: String(index)}))})
    .commit()
  await page.goto(`/studio/presentation?preview=/${made.slug.current}`)
  const site = page.frameLocator('iframe').first()
  const main = site.getByRole('main')
  await expect(main.getByText('Words of the text.')).toBeVisible({timeout: 40_000})
  // The overlays are there once the Studio and the page have found each other.
  await expect(page.getByRole('switch').or(page.getByRole('checkbox')).first()).toBeEnabled()
  for (const [words, opened] of all.flatMap(({clicks}) => clicks)) {
    const target = words === 'A valley' ? main.getByAltText(words) : main.getByText(words).first()
    await target.scrollIntoViewIfNeeded()
    await target.hover()
    await target.click()
    await expect.poll(() => decodeURIComponent(page.url()), {message: words}).toMatch(opened)
  }
})

/** A place in a section of the page where nothing else is that a click would open. */
async function besideItsWords(page: Page, section: Locator): Promise<{x: number; y: number}> {
  await section.evaluate((element) => element.scrollIntoView({block: 'center'}))
  const box = await section.boundingBox()
  if (box === null) throw new Error('The section is not there.')
  const place = {x: box.x + box.width - 12, y: box.y + box.height - 12}
  await page.mouse.move(place.x, place.y - 2)
  await page.mouse.move(place.x, place.y)
  return place
}

test('sections are added, moved, dragged, duplicated and removed in the preview, and visitors see it once it is published', async ({
  page,
  publishPage,
  lake,
  request,
}) => {
  const made = await publishPage('Built in the preview', 'Words.')
  const section = (key: string) => ({
    _key: key,
    _type: 'richTextSection',
    heading: `Heading ${key}`,
    body: ['1', '2', '3', '4'].flatMap((line) =>
      paragraph(`Line ${line} of ${key}, so that there is room beside it.`).map((block) => ({
        ...block,
        _key: line,
      })),
    ),
  })
  await lake
    .patch(made._id)
    .set({sections: [section('one'), section('two'), section('three')]})
    .commit()
  const address = `/${made.slug.current}`
  await page.goto(`/studio/presentation?preview=${address}`)
  const site = page.frameLocator('iframe').first()
  const shown = site.locator('main section')
  await expect(site.getByText('Click to edit; drag a section')).toBeVisible({timeout: 40_000})
  await expect(page.getByRole('switch').or(page.getByRole('checkbox')).first()).toBeEnabled()
  const openMenu = async (section: Locator) => {
    // The overlay takes a moment to know what has come into sight.
    await expect(async () => {
      const place = await besideItsWords(page, section)
      await page.mouse.click(place.x, place.y, {button: 'right'})
      await expect(site.getByRole('menuitem', {name: 'Duplicate'})).toBeVisible({timeout: 2_000})
    }).toPass()
  }
  const headings = () => shown.getByRole('heading', {level: 2}).allTextContents()
  const inOrder = (...keys: string[]) => keys.map((key) => expect.stringContaining(`Heading ${key}`))

  await openMenu(shown.nth(1))
  await site.getByText('Move', {exact: true}).hover()
  await site.getByText('Up', {exact: true}).click()
  await expect.poll(headings).toEqual(inOrder('two', 'one', 'three'))

  await openMenu(shown.nth(2))
  await site.getByRole('menuitem', {name: 'Duplicate'}).click()
  await expect.poll(headings).toEqual(inOrder('two', 'one', 'three', 'three'))
  await openMenu(shown.nth(3))
  await site.getByText('Remove', {exact: true}).click()
  await expect.poll(headings).toEqual(inOrder('two', 'one', 'three'))

  await openMenu(shown.nth(2))
  await site.getByText('Insert after', {exact: true}).hover()
  await site.getByText('Picture', {exact: true}).click()
  const reason = site.getByText('This section cannot be shown: no picture is chosen')
  await expect(reason).toBeVisible()
  await reason.click()
  await expect.poll(() => decodeURIComponent(page.url())).toMatch(/sections\[_key=="[^"]+"\]/)
  await page.getByRole('button', {name: 'Close dialog'}).click()
  await openMenu(shown.nth(3))
  await site.getByText('Remove', {exact: true}).click()
  await expect(reason).toBeHidden()

  const target = shown.nth(2)
  const from = await besideItsWords(page, shown.nth(1))
  const onto = await target.boundingBox()
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 20, {steps: 5})
  await page.mouse.move(from.x, (onto?.y ?? 0) + (onto?.height ?? 0) + 20, {steps: 10})
  await page.mouse.up()
  await expect.poll(headings).toEqual(inOrder('two', 'three', 'one'))

  const visitors = async () =>
    [...(await (await request.get(address)).text()).matchAll(/Heading (\w+)/g)].map(([, key]) => key)
  expect(await visitors()).toEqual(['one', 'two', 'three'])
  await publish(page)
  await expect.poll(visitors).toEqual(['two', 'three', 'one'])
})

/** What the site says itself on these pages, whatever its editors write, and what stands between their words. */
const ownWords =
  /^([,.;:]|; and|of those that|Skip to the content|This is http.*|Menu|Search|Home|Our schools|Before|After|As at|Who was counted|Source:?|What this does not show|All our (schools|claims and their evidence)|Talk to this school|Telephone:?|Call|on|E-mail:|What people here say|About this school|Phase|Ages|Joined the Trust|Headteacher|Address|Website|Unique Reference Number|Or send an e-mail to|Write to this school|Find a school to talk to|Our schools near it|Distances are in a straight line\.|An example: its number is in no register.*|We show no grade:.*)$/

test('every text and picture from content leads to where it is kept, and no visitor’s page says where', async ({
  page,
  lake,
  publishPage,
  request,
}) => {
  const made = await publishPage('Known everywhere', 'Words.')
  const assetId = await lake.fetch<string>(
    '*[_type == "sanity.imageAsset" && originalFilename == "valley-of-schools.webp"][0]._id',
  )
  const own = sections(assetId).map(({section}, index) => ({...section, _key: String(index)}))
  const lists = ['all', 'by-phase'].map((selection) => ({
    _type: 'schoolsSection',
    _key: selection,
    selection,
  }))
  await lake
    .patch(made._id)
    .set({sections: [...own, ...lists]})
    .commit()
  const address = `/${made.slug.current}`
  await page.goto(`/studio/presentation?preview=${address}`)
  await expect(page.frameLocator('iframe').first().getByText('Words of the text.')).toBeVisible({
    timeout: 40_000,
  })

  const documents = new Map<string, unknown>()
  for (const path of [address, '/schools/thornmere-primary', '/schools/brackenfirth-primary']) {
    await page.goto(path)
    await expect(page.getByRole('complementary', {name: 'Preview'})).toBeVisible()
    const targets = await clickTargets(page)
    expect(targets.length, path).toBeGreaterThan(50)
    for (const {shown, opens, ownWords: carriesIt} of targets.filter(({shown}) => !ownWords.test(shown))) {
      // The glass beside “Search”, and the tip of nothing else.
      if (shown === 'svg' && opens === null) continue
      expect(opens, `${path}: “${shown}” leads nowhere`).not.toBeNull()
      if (opens === null) continue
      if (!documents.has(opens.id)) documents.set(opens.id, await lake.getDocument(opens.id))
      const kept = valueAt(documents.get(opens.id), opens.path)
      expect(kept, `${path}: “${shown}” leads to ${opens.id}, ${opens.path}`).toBeDefined()
      // Beside the words there may be some of the site: “in ”, “, Loamshire”.
      if (carriesIt && typeof kept === 'string') expect(shown, opens.path).toContain(kept.trim())
    }
    expect(await (await request.get(path)).text(), path).not.toMatch(
      /data-sanity|[\u{200b}\u{feff}\u{e0000}-\u{e007f}]/u,
    )
  }
})

test('Preview at the width of a phone is as wide as a phone', async ({page, publishPage}) => {
  const made = await publishPage('On a phone', 'Words.')
  await page.goto(`/studio/presentation?preview=/${made.slug.current}`)
  const heading = page.frameLocator('iframe').first().getByRole('heading', {level: 1})
  await expect(heading).toHaveText(/On a phone/, {timeout: 40_000})
  await page.getByRole('button', {name: 'Toggle viewport size'}).click()
  await expect.poll(() => heading.evaluate(() => window.innerWidth)).toBe(375)
})
