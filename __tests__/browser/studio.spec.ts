import {openInStudio} from './support/studio.ts'
import {expect, test} from './support/test.ts'

/** The Studio asks these by itself; no option stops it, the policy on its page does. */
const blockedProbes = [
  'https://design-system-static.sanity.io/',
  'https://sanity-cdn.com/v1/modules/',
  'https://api.sanity.io/vX/intake/',
]

test('the Studio signs in by itself, and nothing leaves the machine', async ({page, baseURL}) => {
  const answered: string[] = []
  const elsewhere = new Set<string>()
  const errors: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) elsewhere.add(url)
  })
  page.on('response', (response) => {
    if (!response.url().startsWith(`${baseURL}/`)) answered.push(response.url())
  })
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(`${baseURL?.replace('http', 'ws')}/`)) elsewhere.add(socket.url())
  })
  page.on('console', (message) => {
    const probe = /Content Security Policy|Refused to connect|Failed to fetch version for package/
    if (message.type() === 'error' && !probe.test(message.text())) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))

  await openInStudio(page, 'page', 'page-working-with-us')
  await expect(page.getByTestId('pane-item-Schools')).toBeVisible()
  await page.waitForLoadState('networkidle')

  expect([...elsewhere].filter((url) => !blockedProbes.some((probe) => url.startsWith(probe)))).toEqual([])
  expect(answered).toEqual([])
  expect(errors).toEqual([])
  await expect(page.getByText(/brakes on/i)).toHaveCount(0)
  // Its entries lead to the internet.
  await expect(page.getByRole('button', {name: /help/i})).toHaveCount(0)
})

test('an uploaded picture reaches the lake, with its size read from its bytes', async ({
  page,
  lake,
  publishPage,
}) => {
  const made = await publishPage('A page with a picture', 'Words.')
  await lake
    .patch(made._id)
    .append('sections', [
      {_key: 'picture', _type: 'pictureSection', picture: {_type: 'picture', decorative: true}},
    ])
    .commit()
  await openInStudio(page, 'page', made._id)
  await page.getByTestId('field-sections').getByText('Picture', {exact: true}).first().click()
  const dialogue = page.getByTestId('nested-object-dialog')
  await dialogue
    .locator('input[type="file"]')
    .first()
    .setInputFiles('sanity/content/images/valley-of-schools.webp')
  const picture = async () => {
    const draft = await lake.getDocument(`drafts.${made._id}`)
    return draft?.sections?.find((section: {_key: string}) => section._key === 'picture')?.picture?.asset
      ?._ref
  }
  await expect.poll(picture, {timeout: 20_000}).toMatch(/^image-[0-9a-f]{40}-\d+x\d+-webp$/)
})
