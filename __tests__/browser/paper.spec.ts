import {kindsOfPage} from './support/addresses.ts'
import {overprinted, print} from './support/printed.ts'
import {expect, test} from './support/test.ts'

for (const margin of ['10mm', '15mm', '20mm']) {
  test(`with margins of ${margin} nothing is printed over anything else`, async ({page}) => {
    for (const address of kindsOfPage) {
      await page.goto(address)
      const sheets = await print(page, margin)
      for (const [position, sheet] of sheets.entries()) {
        expect.soft(sheet.length, `words on sheet ${position + 1} of ${address}`).toBeGreaterThan(0)
        expect.soft(overprinted(sheet), `sheet ${position + 1} of ${address}`).toEqual([])
      }
    }
  })
}

test('on paper links say where they lead, and the page says where it was found', async ({page, baseURL}) => {
  const printed = async (address: string) => {
    await page.goto(address)
    const sheets = await print(page, '15mm')
    return sheets
      .flat()
      .map(({text}) => text)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
  }
  const page1 = await printed('/working-with-us')
  expect(page1).toContain('(/schools/thornmere-primary)')
  expect(page1).toContain('(/schools)')
  expect(page1).toContain('(https://www.gov.uk/government/organisations/department-for-education)')
  expect(page1).toContain(`This is ${baseURL}/working-with-us.`)
  const school = await printed('/schools/thornmere-primary')
  expect(school).toContain('(/schools/thornmere-primary/talk)')
  expect(await printed('/evidence')).toContain('What each column means')
  expect(await printed('/evidence')).toContain('(/evidence.csv)')
})
