import type {SanityClient} from '@sanity/client'
import {env} from '#lib/env.ts'
import {log} from '#lib/log/log.ts'
import {isMailAddress} from '#lib/mail/address.ts'
import {sendMail} from '#lib/mail/send.ts'
import {isObject} from '#lib/sign-off/json.ts'
import {openSignOffKeys, type SignOffKeys} from '#lib/sign-off/keys.ts'
import {contentClient} from '../lib/client.ts'
import type {Around} from './around.ts'
import {SignOffRefusal} from './around.ts'
import {openLedger} from './ledger.ts'
import {highestSeen, knownEnds, noteEnd, noteHighest} from './machine-memory.ts'

let keys: SignOffKeys | null = null

/** The site's keys; null without SIGN_OFF_KEY. */
export function siteKeys(): SignOffKeys | null {
  const {signOffKey} = env()
  if (keys === null && signOffKey !== null) keys = openSignOffKeys(signOffKey)
  return keys
}

/**
 * Sign-off on the running site.
 * @throws SignOffRefusal 503 when it is not configured
 */
export async function siteSignOff(): Promise<Around> {
  const {writeToken, siteUrl, mail} = env()
  const found = siteKeys()
  if (found === null)
    throw new SignOffRefusal(
      503,
      'Sign-off is not set up: SIGN_OFF_KEY is missing. Whoever runs the site can set it.',
    )
  if (writeToken === null)
    throw new SignOffRefusal(
      503,
      'Sign-off is not set up: SANITY_API_WRITE_TOKEN is missing. Whoever runs the site can set it.',
    )
  const client = contentClient().withConfig({token: writeToken, perspective: 'raw', stega: false})
  return {
    client,
    keys: found,
    ledger: openLedger(client, found, undefined, {
      highest: highestSeen,
      note: noteHighest,
      ends: knownEnds,
    }),
    noteEnd,
    siteUrl,
    ...(await trust(client)),
    deliver: (letter) => sendMail(letter, mail),
    report: (problem) => log.error('sign-off', problem),
  }
}

async function trust(client: SanityClient): Promise<Pick<Around, 'trustName' | 'trustEmail'>> {
  const settings: unknown = await client.getDocument('siteSettings')
  const {trustName, email} = isObject(settings) ? settings : {}
  return {
    trustName: typeof trustName === 'string' ? trustName : 'Our Trust',
    trustEmail: typeof email === 'string' && isMailAddress(email) ? email : null,
  }
}
