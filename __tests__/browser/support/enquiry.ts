import {randomInt, randomUUID} from 'node:crypto'
import type {Browser, BrowserContext, Page} from '@playwright/test'
import {expectAccessible} from './accessible.ts'
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
    // A question is asked again when the connection has just been closed for idleness; a write is not.
    await lake.fetch('now()')
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

export const field = (page: Page, label: string) => page.getByRole('textbox', {name: label})

export async function type(page: Page, typed: Typed): Promise<void> {
  for (const [label, words] of Object.entries(typed)) await field(page, label).fill(words)
}

/** Holds a page as it stands in a browser without script to the rules, at both ends of the widths that people use. */
export async function expectAccessibleWithoutScript(page: Page, where: string): Promise<void> {
  const context = await page.context().browser()?.newContext()
  if (context === undefined) throw new Error('The browser has gone.')
  const examined = await context.newPage()
  // Axe is a script itself: it looks at the same page in a browser that has some.
  const body = (await page.content()).replace(/<script\b.*?<\/script>/gs, '')
  await examined.route(page.url(), (route) => route.fulfill({body, contentType: 'text/html; charset=utf-8'}))
  await examined.goto(page.url())
  for (const width of [320, 1280]) {
    await examined.setViewportSize({width, height: 800})
    await expectAccessible(examined, `${where} at ${width} px`)
  }
  await context.close()
}

/** Presses the button, and answers with what the site said to the form itself. */
export async function send(page: Page) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', {name: 'Send message'}).click()
  const answer = await answered
  await page.waitForLoadState()
  return answer
}
