import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {addressesOf} from '../site/addresses.ts'
import type {RunningSite} from '../site/stage.ts'

/** What somebody knows who has looked around, and, of the last two, what nobody should know. */
export type Known = {
  /** The site's own, as browsers name it. */
  origin: string
  /** The form of a school: where it is sent, and what a browser would send of it when nothing was typed. */
  form: {address: string; fields: [name: string, value: string][]}
  webhookSecret: string
  /** Of an editor. */
  token: string
}

/** @throws Error when no school of the site has a form */
export async function lookAround({url, dataFolder}: RunningSite): Promise<Known> {
  const {webhookSecret, writeToken: token} = readSecrets(dataFolder)
  const schools = (await addressesOf(url)).filter((address) => address.startsWith('/schools/'))
  for (const school of schools) {
    const address = `${school}/talk`
    const page = await (await fetch(`${url}${address}`)).text()
    const [form] = /<form[^>]*method="POST"[\s\S]*?<\/form>/.exec(page) ?? []
    if (form !== undefined)
      return {origin: url, form: {address, fields: fieldsOf(form)}, webhookSecret, token}
  }
  throw new Error('No school has a form.')
}

function fieldsOf(form: string): [string, string][] {
  return [...form.matchAll(/<(?:input|textarea)[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    return name === undefined ? [] : [[name, withoutEntities(/value="([^"]*)"/.exec(tag)?.[1] ?? '')]]
  })
}

const withoutEntities = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
