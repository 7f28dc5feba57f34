import type {SanityClient} from '@sanity/client'
import {parseEnvironment, type Variables} from '#lib/env.ts'
import {openSignOffKeys, type SignOffKeys} from '#lib/sign-off/keys.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {type Ledger, openLedger} from '#sanity/sign-off/ledger.ts'
import {ContentProblem} from '../content/problem.ts'
import {contentTarget, dataFolderOf} from '../content/target.ts'

export type SignOffTarget = {client: SanityClient; ledger: Ledger; keys: SignOffKeys; description: string}

/**
 * The record of sign-offs of the dataset that the configuration names, with the key that signs it.
 * @throws ContentProblem without a key, and as `contentTarget` does
 */
export async function signOffTarget(variables: Variables): Promise<SignOffTarget> {
  const keys = signOffKeysOf(variables)
  if (keys === null)
    throw new ContentProblem(
      'SIGN_OFF_KEY is missing: set the key that the site uses. A new site makes one with npm run sign-off:key.',
    )
  const {client, description} = await contentTarget(variables)
  return {client, keys, description, ledger: openLedger(client, keys)}
}

/** The key that signs the record of the dataset that the configuration names; null where it names none. */
export function signOffKeysOf(variables: Variables): SignOffKeys | null {
  const environment = parseEnvironment(variables, {readToken: false})
  const key =
    environment.source.kind === 'local'
      ? readSecrets(dataFolderOf(environment)).signOffKey
      : environment.signOffKey
  return key === null ? null : openSignOffKeys(key)
}
