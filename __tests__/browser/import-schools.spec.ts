import AxeBuilder from '@axe-core/playwright'
import type {Page} from '@playwright/test'
import {csv, registerCsv} from '../support/register-files.ts'
import {untilSettled} from './support/freshness.ts'
import {expect, test} from './support/studio-test.ts'

/** Schools that no other test has; their numbers and their trust's, too. */
const elm = {
  URN: '909101',
  EstablishmentName: 'ELMGARTH PRIMARY SCHOOL',
  Town: 'ELMGARTH',
  Postcode: 'zw88ab',
  SchoolWebsite: 'http;//www.elmgarth.example',
  TelephoneNum: '1632960870',
  'Trusts (code)': '7909',
}
const oak = {
  ...elm,
  URN: '909102',
  EstablishmentName: 'OAKGARTH PRIMARY SCHOOL',
  Town: 'OAKGARTH',
  Postcode: '',
}

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
})
const register = file(
  'edubasealldata20261127.csv',
  registerCsv([elm, oak, {...oak, URN: '909103', 'Trusts (code)': '7910', 'Trusts (name)': 'ANOTHER TRUST'}]),
)
const links = file(
  'links_edubasealldata20261127.csv',
  csv(['URN', 'LinkURN', 'LinkType'], [{URN: '909101', LinkURN: '909001', LinkType: 'Predecessor'}]),
)

async function chooseFiles(page: Page, files: ReturnType<typeof file>[]) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', {name: 'Choose files …'}).click()
  await (await chooser).setFiles(files)
}

async function expectAccessible(page: Page) {
  const {violations} = await new AxeBuilder({page}).setLegacyMode().include('main').analyze()
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
}

test.afterEach(async ({page, lake, request}) => {
  await page.goto('about:blank')
  await lake.delete({query: '*[urn in ["909101", "909102"] || string::startsWith(_type, "schoolImport")]'})
  await untilSettled(request, lake)
})

test('staff import a school from the register, see it on the site, and undo it', async ({
  page,
  lake,
  request,
}) => {
  // Whether a school of the demo content is in the file is another test's matter.
  await page.goto('/studio')
  await page.getByRole('link', {name: 'Import schools'}).click({timeout: 40_000})
  await expect(page.getByRole('heading', {name: 'Import schools', level: 1})).toBeVisible()
  await expectAccessible(page)

  await chooseFiles(page, [file('edubasealldata.csv', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]))])
  await expect(page.getByRole('alert')).toContainText('This is a zip archive: unpack it first')

  await chooseFiles(page, [links, register])
  await expect(page.getByRole('heading', {name: 'Which trust is yours?'})).toBeFocused()
  await page.getByRole('textbox', {name: 'Name or Group UID'}).fill('7909')
  await page.getByRole('button', {name: /^Valley Schools Trust, Group UID 7909, 2 schools/}).click()

  // None of the site’s schools is in it, so that it may be another trust.
  await expect(page.getByRole('heading', {name: 'Is this your trust?'})).toBeFocused()
  await expect(page.getByRole('alert')).toHaveText(
    /^None of the \d+ schools in the Trust on this site belongs to Valley Schools Trust \(Group UID 7909\) by this file\./,
  )
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', {name: 'It is ours: show the schools'}).click()

  await expect(page.getByRole('heading', {name: 'What would change'})).toBeFocused()
  const added = page.getByRole('region', {name: 'New (2)'})
  await expect(added.getByText('put back: 01632960870').first()).toBeVisible()
  expect(await page.getByRole('main').textContent()).not.toMatch(/Nightingale|Outstanding/)
  await expectAccessible(page)
  await expect(
    added.getByText('“http;//www.elmgarth.example” was mended: https://www.elmgarth.example.').first(),
  ).toBeVisible()
  await expect(added.getByText('gives the address without a postcode.')).toHaveCount(1)
  await expect(page.getByRole('button', {name: 'Import 0 schools'})).toBeDisabled()
  await page.getByRole('button', {name: 'Tick all'}).click()
  await expect(
    page.getByRole('region', {name: /^Not in this file/}).getByRole('checkbox', {checked: true}),
  ).toHaveCount(0)
  await page.getByRole('button', {name: 'Tick none'}).click()
  await added.getByRole('checkbox', {name: /^Elmgarth Primary School/}).check()
  await added.getByRole('checkbox', {name: /^Oakgarth Primary School/}).check()
  await added.getByRole('checkbox', {name: /^Oakgarth Primary School/}).uncheck()
  await added.getByRole('textbox', {name: 'Name on the site'}).first().fill('Elmgarth School')
  await expect(added.getByText('/schools/elmgarth-school')).toBeVisible()
  expect(await lake.fetch('count(*[urn == "909101"])')).toBe(0)
  const apply = page.getByRole('button', {name: 'Import 1 school', exact: true})

  await page.route('**/data/mutate/**', (route) => route.abort())
  await apply.click()
  await expect(page.getByRole('alert')).toContainText('nothing was written. Try again.')
  await page.unroute('**/data/mutate/**')
  // Meanwhile a colleague has imported others.
  await lake.createOrReplace({
    _id: 'schoolImport.latest',
    _type: 'schoolImportTurn',
    trust: {uid: '7909', name: 'Valley Schools Trust'},
  })
  await apply.click()
  await expect(page.getByRole('alert')).toContainText('Schools were imported, or an import was undone,')
  await page.getByRole('button', {name: 'Compare again'}).click()
  await expect(page.getByRole('heading', {name: 'What would change'})).toBeFocused()
  await expect(added.getByText('/schools/elmgarth-school')).toBeVisible()
  await apply.click()

  await expect(page.getByRole('heading', {name: 'Imported'})).toBeFocused()
  await expect(page.getByRole('status')).toContainText('Imported: 1 new.')
  const address = '/schools/elmgarth-school'
  await expect.poll(async () => (await request.get(address)).status()).toBe(200)
  const shown = await (await request.get(address)).text()
  for (const words of [
    'Elmgarth School',
    'ZW8 8AB',
    '01632960870',
    'https://www.elmgarth.example',
    '27 November 2026',
  ])
    expect(shown).toContain(words)
  expect(shown).not.toMatch(/Nightingale|Outstanding/)
  expect(await lake.fetch('count(*[urn == "909102"])')).toBe(0)

  await page.getByRole('button', {name: 'Undo this import'}).click()
  await expect(page.getByText('The import was undone.')).toBeVisible()
  await expect(page.getByText(/^Undone by .* on /)).toBeVisible()
  await expect.poll(async () => (await request.get(address)).status()).toBe(404)

  // The trust is remembered, and that it may be another is asked again.
  await chooseFiles(page, [register])
  await expect(page.getByRole('heading', {name: 'Is this your trust?'})).toBeFocused()
  await expect(page.getByText('Valley Schools Trust').first()).toBeVisible()
})
