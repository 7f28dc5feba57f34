/** A running site: where it answers, where its data are and the tree that it was built in. */
export type SiteUnderTest = {url: string; dataFolder: string; folder: string}

/** What `npm start` starts in this tree. */
const ownSite: SiteUnderTest = {url: 'http://localhost:3000', dataFolder: '.data', folder: '.'}

/** The sites that `npm test` has started (see scripts/test.ts), as JSON; without it, the one that runs here already. */
export const sitesVariable = 'TEST_SITES'

/** One for each worker of Playwright; the first is built in this tree. */
export function sitesUnderTest(): [SiteUnderTest, ...SiteUnderTest[]] {
  const given = process.env[sitesVariable]
  return given ? JSON.parse(given) : [ownSite]
}

/** The site that this worker's tests have to themselves. */
export function siteUnderTest(): SiteUnderTest {
  const sites = sitesUnderTest()
  return sites[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? sites[0]
}
