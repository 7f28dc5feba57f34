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
      section: {_type: 'benefitClaimsSection', claims: [reference('claim-efficiency')]},
      clicks: [['It is more possible to be efficient', /claim-efficiency\/statement/]],
    },
    {
      section: {
        _type: 'schoolsSection',
        introduction: paragraph('One of our schools.'),
        selection: 'chosen',
        schools: [reference('school-larkrigg')],
      },
      clicks: [['One of our schools.', /sections\[_key=="3"\]\.introduction/]],
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
          {_key: 'one', _type: 'question', question: 'Is it so?', answer: paragraph('It is so indeed.')},
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
        ['A valley', /sections\[_key=="7"\]\.picture\.alt/],
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

test('Preview at the width of a phone is as wide as a phone', async ({page, publishPage}) => {
  const made = await publishPage('On a phone', 'Words.')
  await page.goto(`/studio/presentation?preview=/${made.slug.current}`)
  const heading = page.frameLocator('iframe').first().getByRole('heading', {level: 1})
  await expect(heading).toHaveText(/On a phone/, {timeout: 40_000})
  await page.getByRole('button', {name: 'Toggle viewport size'}).click()
  await expect.poll(() => heading.evaluate(() => window.innerWidth)).toBe(375)
})
