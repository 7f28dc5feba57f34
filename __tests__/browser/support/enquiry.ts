import {randomInt, randomUUID} from 'node:crypto'
import type {Browser, BrowserContext, Page} from '@playwright/test'
import {test as base, expect} from './test.ts'

/** What a visitor types, by the label of the field. */
export type Typed = {[label: string]: string}

/** An address of the network for documentation and tests: the site takes the word of a web server on this machine. */
export const someAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`

export const complete: Typed = {
  'Your name': 'مريم الزهراء',
  'Your role': 'Cadeirydd y llywodraethwyr',
  'Your school or organisation': 'Ysgol Tŷ Ŵyn',
  'Your message': 'Bore da.\n\nIs it for us? سلام',
}

export type TestSchool = {
  id: string
  name: string
  path: string
  mailbox: string
  /** The sender's address, which no other test uses. */
  sender: string
}

type Fixtures = {
  /** Publishes a school for this test alone, by default one that is written to. */
  publishSchool: (fields?: object) => Promise<TestSchool>
  /** A browser without script. */
  plain: (siteUrl?: string) => Promise<{page: Page; context: BrowserContext}>
}

export const test = base.extend<Fixtures>({
  publishSchool: async ({lake, request}, use) => {
    const made: string[] = []
    await use(async (fields = {}) => {
      const id = `test-${randomUUID()}`
      const mailbox = `office@${id}.example`
      const name = `Ysgol ${id.slice(5, 10)}`
      await lake.create({
        _id: id,
        _type: 'school',
        name,
        slug: {_type: 'slug', current: id},
        urn: '900001',
        phase: 'primary',
        status: 'in-trust',
        telephone: '01632 960199',
        contactRoute: {_type: 'contactRoute', kind: 'email', email: mailbox, name: 'Our front desk'},
        ...fields,
      })
      made.push(id)
      const path = `/schools/${id}`
      await expect.poll(async () => (await request.get(`${path}/talk`)).status()).toBe(200)
      return {id, name, path, mailbox, sender: `sender@${id}.example`}
    })
    for (const id of made) await lake.delete({query: '*[_id in [$id, "drafts." + $id]]', params: {id}})
  },
  plain: async ({browser, baseURL}, use) => {
    const contexts: BrowserContext[] = []
    await use(async (siteUrl = baseURL ?? '') => {
      const context = await newPlainContext(browser, siteUrl)
      contexts.push(context)
      return {page: await context.newPage(), context}
    })
    for (const context of contexts) await context.close()
  },
})

function newPlainContext(browser: Browser, baseURL: string): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    locale: 'en-GB',
    extraHTTPHeaders: {'x-forwarded-for': someAddress()},
  })
}

/** From now on the visitor is in another network, as somebody who walks out of the door with their phone. */
export async function changeNetwork(page: Page): Promise<void> {
  await page.context().setExtraHTTPHeaders({'x-forwarded-for': someAddress()})
}

export async function type(page: Page, typed: Typed): Promise<void> {
  for (const [label, words] of Object.entries(typed)) await page.getByLabel(label).fill(words)
}

/** Presses the button, and answers with what the site said to the form itself. */
export async function send(page: Page) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', {name: 'Send message'}).click()
  const answer = await answered
  await page.waitForLoadState()
  return answer
}
