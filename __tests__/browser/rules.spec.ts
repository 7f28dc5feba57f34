import {fieldInput, openInStudio, openProblems, writeField} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

/** Documents that break the rules, and what the Studio says about each mistake, all of which keep it from publishing. */
const broken: {type: string; document: {[field: string]: unknown}; problems: string[]}[] = [
  {
    type: 'page',
    document: {
      title: 'Broken',
      slug: {_type: 'slug', current: 'studio/anything'},
      sections: [
        {_key: 'a', _type: 'richTextSection'},
        {_key: 'b', _type: 'testimonialsSection'},
        {_key: 'c', _type: 'benefitClaimsSection', claims: []},
        {_key: 'd', _type: 'questionsSection'},
        {_key: 'e', _type: 'schoolsSection', selection: 'chosen'},
        {
          _key: 'f',
          _type: 'callToActionSection',
          label: 'Go',
          target: {_type: 'link', linkType: 'external', href: 'javascript:alert(1)'},
        },
        {_key: 'g', _type: 'resourceLinkSection'},
        {
          _key: 'h',
          _type: 'pictureSection',
          picture: {_type: 'picture', showsPupils: true, caption: 'Amy, Year 4'},
        },
      ],
    },
    problems: [
      '“/studio” belongs to the site itself: choose another address.',
      'Write the text, or remove the section.',
      'Choose at least one testimonial, or remove the section.',
      'Choose at least one claim, or remove the section.',
      'Ask at least one question, or remove the section.',
      'Choose at least one school.',
      'An address starts with https://, mailto: or tel:.',
      'Write the sentence that announces the link.',
      'Choose a picture, or remove the section.',
      'A picture of pupils needs the date of the consent.',
      '“Amy” looks like a child’s name, which never stands with a picture of pupils: leave it out. The title of a play or a book passes in quotation marks.',
    ],
  },
  {
    type: 'school',
    document: {
      name: 'Broken School',
      slug: {_type: 'slug', current: 'larkrigg-school'},
      urn: '12',
      phase: 'primary',
      status: 'in-trust',
      website: 'www.example.org',
      location: {_type: 'geopoint', lat: -2.8, lng: 54.2},
      happyToBeAsked: true,
      contactRoute: {_type: 'contactRoute', kind: 'website'},
    },
    problems: [
      '“Larkrigg School” has this address already: choose a different one, or publish that one with another address first.',
      'A URN has six digits, such as 123456.',
      'This is no address of a web page, such as https://www.example.org.',
      'The facts of this school have never been compared with the register.',
      'This place is outside Great Britain. Are latitude and longitude swapped?',
      'Give the address of the contact form.',
      'A school that is happy to be asked needs a way to be asked: choose one under “How to ask”.',
    ],
  },
  {
    type: 'benefitClaim',
    document: {
      statement: 'Nine in ten agree.',
      kind: 'statistic',
      statistic: {_type: 'statistic', before: {count: 1, outOf: 10}, after: {count: 9, outOf: 12}},
    },
    problems: [
      'The picture shows 1 out of 10, but the statement has neither “1” nor “one” in it. Which is right?',
      'Count both out of the same number: before is out of 10, after out of 12.',
      'Say whom the numbers speak of.',
      'Say which date or period the numbers speak of.',
      'Name the publisher of the source.',
      'Give the title of the source.',
      'Give the address of the source.',
    ],
  },
]

for (const {type, document, problems} of broken)
  test(`a ${type} that breaks the rules is not published, and the Studio says what to do about each`, async ({
    page,
    lake,
  }) => {
    const {_id} = await lake.create({...document, _id: 'drafts.', _type: type})
    const id = _id.replace('drafts.', '')
    const panel = await openProblems(page, type, id)
    for (const problem of problems) await expect(panel.getByText(problem, {exact: true})).toHaveCount(1)
    await expect(page.getByTestId('action-publish')).toBeDisabled()
    // Words that Sanity has for programmers.
    await expect(panel.getByText(/slug|URL|protocol|scheme|type "|^Required$/)).toHaveCount(0)
    await lake.delete(_id)
  })

test('an address is completed when staff leave its field, and what is none is refused in words below it', async ({
  page,
  lake,
}) => {
  const {_id} = await lake.create({_id: 'drafts.', _type: 'resource', title: 'Myths', kind: 'article'})
  await openInStudio(page, 'resource', _id.replace('drafts.', ''))
  const address = fieldInput(page, 'url')
  const below = page.getByTestId('field-url').getByRole('status')
  await writeField(page, 'url', 'www.example.org/myths')
  await address.press('Tab')
  await expect(address).toHaveValue('https://www.example.org/myths')
  await expect(below).toHaveText('“www.example.org/myths” has become https://www.example.org/myths.')
  await expect.poll(async () => (await lake.getDocument(_id))?.url).toBe('https://www.example.org/myths')
  await writeField(page, 'url', 'www.example.org/claims')
  await address.press('Enter')
  await expect(address).toHaveValue('https://www.example.org/claims')
  await writeField(page, 'url', 'see our page')
  await expect(below).toHaveText('')
  await address.press('Tab')
  await expect(below).toHaveText('This is no address of a web page, such as https://www.example.org.')
  await expect(address).toHaveAccessibleDescription(/This is no address of a web page/)
  await expect(address).toHaveValue('see our page')
  await lake.delete(_id)
})

test('an address that a published page has is refused by its name, and Generate makes one that is free', async ({
  page,
  lake,
}) => {
  const {_id} = await lake.create({
    _id: 'drafts.',
    _type: 'page',
    title: 'About us',
    slug: {_type: 'slug', current: 'about-us'},
  })
  const panel = await openProblems(page, 'page', _id.replace('drafts.', ''))
  const problem = panel.getByText(/^“About us” has this address already: choose a different one/)
  await expect(problem).toHaveCount(1)
  const field = page.getByTestId('field-slug')
  const link = field.getByRole('link', {name: 'Open “About us”'})
  await expect(link).toHaveAttribute('href', /page-about-us/)
  await field.getByRole('button', {name: 'Generate'}).click()
  await expect(field.getByRole('textbox')).toHaveValue('about-us-2')
  await expect(link).toHaveCount(0)
  await expect(problem).toHaveCount(0)
  // An open form would write its draft again.
  await page.goto('about:blank')
  await lake.delete(_id)
})

test('a statement on accessibility that nobody has read for more than a year is pointed out', async ({
  page,
  lake,
}) => {
  const settings = await lake.getDocument('siteSettings')
  const statement = {...settings?.accessibilityStatement, reviewedOn: '2020-01-31'}
  await lake.create({
    ...settings,
    _id: 'drafts.siteSettings',
    _type: 'siteSettings',
    accessibilityStatement: statement,
  })
  try {
    const panel = await openProblems(page, 'siteSettings', null)
    await expect(
      panel.getByText(/^The statement was last reviewed more than twelve months ago\./),
    ).toHaveCount(1)
    await expect(page.getByTestId('action-publish')).toBeEnabled()
  } finally {
    await lake.delete('drafts.siteSettings')
  }
})
