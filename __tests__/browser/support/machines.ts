import path from 'node:path'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {prepareSeveralMachines, type SeveralMachines} from '../../../scripts/testing/several-machines.ts'
import type {testPage} from './lake.ts'
import {testSecrets} from './lake.ts'
import {siteUnderTest} from './sites-under-test.ts'

type TestPage = Pick<ReturnType<typeof testPage>, '_id' | 'slug'>

/**
 * The tree whose build is released, whichever site this worker tests: a copy within this tree has no release of its
 * own, because Next.js leaves the server of such a build in a folder of its place there.
 */
export const releasedTree = path.resolve('.')

/** Processes of the built site, which share the lake of the site under test. That tells none of them of a change. */
export function prepareMachines(): Promise<SeveralMachines> {
  const {url} = siteUnderTest()
  const {readToken, webhookSecret, signOffKey} = testSecrets()
  return prepareSeveralMachines({
    root: releasedTree,
    variables: {
      SITE_URL: url,
      LAKE_URL: `http://127.0.0.1:${Number(new URL(url).port) + 1}`,
      SANITY_API_READ_TOKEN: readToken,
      SANITY_WEBHOOK_SECRET: webhookSecret,
      SIGN_OFF_KEY: signOffKey,
    },
  })
}

/** The message of the webhook about a page, with its signature. */
export async function messageAbout({_id: id, slug: {current: slug}}: TestPage) {
  const body = JSON.stringify({operation: 'update', id, type: 'page', slugBefore: slug, slugAfter: slug})
  const signature = await encodeSignatureHeader(body, Date.now(), testSecrets().webhookSecret)
  return {body, headers: {'content-type': 'application/json', [SIGNATURE_HEADER_NAME]: signature}}
}

/** Tells one process of a change, as the webhook does. */
export async function tell(url: string, page: TestPage): Promise<void> {
  const answer = await fetch(`${url}/api/revalidate`, {method: 'POST', ...(await messageAbout(page))})
  if (!answer.ok)
    throw new Error(`The change was not taken (status ${answer.status}): ${await answer.text()}`)
}
