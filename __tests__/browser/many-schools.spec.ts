import {startTestLake} from '../lake/support.ts'
import {expectAccessible} from './support/accessible.ts'
import {startSecondSite} from './support/second-site.ts'
import {expect, test} from './support/test.ts'

const valley = {lat: 54.3, lng: -2.4}

/** Names, places and gaps as a large trust might have them, and as nobody should. */
function manySchools() {
  const names = ['Ysgol Gynradd Llanfair-ym-Muallt', 'مدرسة الوادي الأخضر الابتدائية', 'A'.repeat(120)]
  const kinds = ['primary', 'secondary', 'special', undefined]
  return Array.from({length: 200}, (_, index) => ({
    _id: `many-${index}`,
    _type: 'school',
    slug: {_type: 'slug', current: `many-${index}`},
    name: `${names[index] ?? 'Oak Street Primary School'} ${index}`,
    phase: kinds[index % kinds.length],
    status: ['in-trust', 'in-trust', 'joining', 'left'][Math.floor(index / 4) % 4],
    ...(index % 5 !== 0 && {address: {town: index % 2 ? 'Ash' : 'Pentrefoelas-uwch-y-mynydd'}}),
    // One in ten has no place, and one in four is where another is.
    ...(index % 10 !== 0 && {
      location:
        index % 4 === 1 ? valley : {lat: valley.lat + (index % 17) / 60, lng: valley.lng + index / 500},
    }),
  }))
}

/** On a lake of their own: to bring so many, and to take them away, would keep the site under test busy. */
test('two hundred schools stand, on every width and with any name', async ({page}) => {
  const schools = manySchools()
  const lake = await startTestLake()
  const creation = lake.client().transaction()
  for (const school of schools) creation.create<object>(school)
  await creation.commit()
  const {readToken, webhookSecret, signOffKey} = lake.secrets
  const site = await startSecondSite(lake.url, {
    SANITY_API_READ_TOKEN: readToken,
    SANITY_WEBHOOK_SECRET: webhookSecret,
    SIGN_OFF_KEY: signOffKey,
  })
  try {
    // The build was made of other content.
    await site.notifyOf({id: 'many-0', type: 'school', isListedOtherwise: true}, webhookSecret)
    const list = async () => (await page.request.get(`${site.url}/schools`)).text()
    await expect.poll(list).toContain('/schools/many-199')
    for (const width of [1280, 320]) {
      await page.setViewportSize({width, height: 800})
      await page.goto(`${site.url}/schools`)
      for (const {slug} of schools.slice(0, 20))
        await expect(page.locator(`a[href="/schools/${slug.current}"]`)).toBeVisible()
      await expectAccessible(page, `/schools with 200 at ${width} px`)
      await page.goto(`${site.url}/schools?phase=special&name=oak`)
      await expectAccessible(page, `narrowed at ${width} px`)
      for (const {slug} of schools.slice(0, 4)) {
        await page.goto(`${site.url}/schools/${slug.current}`)
        await expectAccessible(page, `${slug.current} at ${width} px`)
      }
    }
  } finally {
    await site.stop()
    await lake.close()
  }
})
