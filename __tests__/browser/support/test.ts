import {test as base} from '@playwright/test'
import type {SanityClient} from '@sanity/client'
import {lakeClient, testPage} from './lake.ts'

type Page = ReturnType<typeof testPage>

type Fixtures = {
  lake: SanityClient
  /** Publishes a page for this test alone; it is deleted afterwards, its draft too. */
  publishPage: (title: string, paragraph: string) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  lake: async ({baseURL}, use) => {
    await use(lakeClient(baseURL ?? ''))
  },
  publishPage: async ({lake}, use) => {
    const made: string[] = []
    await use(async (title, paragraph) => {
      const page = testPage(title, paragraph)
      await lake.create(page)
      made.push(page._id)
      return page
    })
    for (const id of made) await lake.delete({query: '*[_id in [$id, "drafts." + $id]]', params: {id}})
  },
})

export {expect} from '@playwright/test'
