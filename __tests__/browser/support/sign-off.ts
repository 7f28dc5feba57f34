import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {readOutbox} from '#lib/mail/outbox.ts'
import {openSignOffKeys} from '#lib/sign-off/keys.ts'
import {openLedger} from '#sanity/sign-off/ledger.ts'
import {findUnagreed, recordExisting} from '#sanity/sign-off/record-existing.ts'
import {testSecrets} from './lake.ts'
import {siteUnderTest} from './sites-under-test.ts'
import {expect} from './test.ts'

/** Writes down that published documents stood on the site before there was sign-off, as the command does. */
export async function agreeTo(lake: SanityClient, ids: readonly string[]): Promise<void> {
  const keys = openSignOffKeys(testSecrets().signOffKey)
  if (keys === null) throw new Error('The site under test has no key.')
  const ledger = openLedger(lake, keys)
  const unagreed = await findUnagreed({client: lake, ledger})
  const chosen = unagreed.filter(({subject}) => ids.includes(subject.id))
  await recordExisting(chosen, {by: 'test', byName: 'A test'}, {ledger})
}

/** The texts of the letters in the outbox of the site under test to an address, the newest first. */
export async function lettersTo(address: string): Promise<string[]> {
  const letters = await readOutbox(path.join(siteUnderTest().dataFolder, 'outbox'))
  return letters.filter(({to}) => to.includes(address)).map(({text}) => text)
}

/** The last letter in the outbox of the site under test to an address, once it is one that is looked for. */
export async function letterTo(address: string, pattern: RegExp): Promise<RegExpExecArray> {
  const find = async () =>
    (await lettersTo(address)).map((text) => pattern.exec(text)).find((found) => found !== null)
  await expect.poll(find, {timeout: 20_000}).toBeDefined()
  const found = await find()
  if (found === undefined) throw new Error(`No letter to ${address} reads ${pattern}.`)
  return found
}
