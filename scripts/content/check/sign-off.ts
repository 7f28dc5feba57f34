import type {SanityClient} from '@sanity/client'
import type {Variables} from '#lib/env.ts'
import {type Matter, matterInWords, mattersOf} from '#lib/sign-off/matters.ts'
import {openLedger} from '#sanity/sign-off/ledger.ts'
import {listSignOff} from '#sanity/sign-off/list.ts'
import {signOffKeysOf} from '../../sign-off/target.ts'

/** What waits for schools, by what it is: the titles of the documents. */
export type SignOffMatters = {matter: Matter; titles: string[]}[]

/**
 * What the list of sign-offs holds that should not wait.
 * @param client - may read everything
 * @returns null without the key by which agreements are known
 */
export async function readSignOff(
  client: SanityClient,
  variables: Variables,
): Promise<SignOffMatters | null> {
  const keys = signOffKeysOf(variables)
  return keys === null ? null : mattersOf(await listSignOff({client, ledger: openLedger(client, keys)}))
}

/** The same for a terminal. */
export function signOffInWords(found: SignOffMatters | null): string {
  if (found === null) return 'Sign-off was not looked at: SIGN_OFF_KEY is missing.'
  if (found.length === 0) return 'Sign-off: nothing is held back, overdue or to be changed.'
  return ['Sign-off, which the list of this name in the Studio has one by one:', ...found.map(lineOf)].join(
    '\n',
  )
}

const lineOf = (found: SignOffMatters[number]) => `  ${matterInWords(found)}`
