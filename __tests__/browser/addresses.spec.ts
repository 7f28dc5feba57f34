import {expect, test} from './support/test.ts'

test('health says that content can be read, and which change came last', async ({request, publishPage}) => {
  const made = await publishPage('A sign of life', 'Words.')
  await expect
    .poll(async () => {
      const answer = await request.get('/api/health')
      return {code: answer.status(), ...(await answer.json())}
    })
    .toMatchObject({
      code: 200,
      ok: true,
      content: 'reachable',
      lastRevalidation: {documentId: made._id, latePaths: []},
    })
})

test('robots are kept out unless the site is in production', async ({request}) => {
  expect(await (await request.get('/robots.txt')).text()).toMatch(/User-Agent: \*\s+Disallow: \/\s/i)
})

test('the sitemap lists every public page by its absolute address, and each is there', async ({
  request,
  baseURL,
}) => {
  // Again until it holds: the page of another test may just have been taken away.
  await expect(async () => {
    const sitemap = await (await request.get('/sitemap.xml')).text()
    const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)
    expect(addresses).toContain(`${baseURL}/working-with-us`)
    expect(addresses.filter((address) => !address.startsWith(`${baseURL}`))).toEqual([])
    for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200)
  }).toPass()
})
