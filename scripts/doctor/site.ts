import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {isLoopback} from '#lib/env.ts'
import {isFields} from '#sanity/lib/parse.ts'
import {type Finding, fault, good, warning} from './finding.ts'
import {ask} from './sanity-api.ts'

type AskedSite = {siteUrl: string; webhookSecret: string | null; isHosted: boolean}

/** Whether the site answers at its address, says that it is well, and knows the secret of the webhook. */
export async function checkSite({siteUrl, webhookSecret, isHosted}: AskedSite): Promise<Finding[]> {
  const findings = checkAddress(siteUrl, isHosted)
  const {status, body} = await ask(`${siteUrl}/api/health`)
  if (!isFields(body) || !isFields(body.checks)) {
    const says =
      status === 0 ? `Nothing answers at ${siteUrl}.` : `What answers at ${siteUrl} is not this site.`
    const remedy = 'Start the site with "npm start", or check SITE_URL and the web server in front of it.'
    return [...findings, isHosted ? fault(says, remedy) : warning(says, remedy)]
  }
  findings.push(good(`The site answers at ${siteUrl}.`), ...partsOf(body.checks))
  if (isHosted) findings.push(await checkSecret(siteUrl, webhookSecret))
  return findings
}

function checkAddress(siteUrl: string, isHosted: boolean): Finding[] {
  const {protocol, hostname} = new URL(siteUrl)
  if (!isHosted) return []
  if (isLoopback(hostname))
    return [
      fault(
        `SITE_URL is ${siteUrl}, which is this machine: Sanity’s webhook cannot reach it, and links in letters lead nowhere.`,
        'Set SITE_URL to the address that visitors use, such as https://www.example.org.',
      ),
    ]
  return protocol === 'https:'
    ? [good('SITE_URL is an https address.')]
    : [
        fault(
          `SITE_URL is ${siteUrl}, which is not encrypted.`,
          'Let the web server in front of the site speak HTTPS, and set SITE_URL to https://….',
        ),
      ]
}

/** What the running site says of itself and is not well. */
function partsOf(checks: {[name: string]: unknown}): Finding[] {
  return Object.values(checks).flatMap((check) => {
    if (!isFields(check) || check.status === 'pass') return []
    const says = `The site says of itself: ${String(check.reason)}`
    const remedy = 'See docs/operations.md, and the log of the site.'
    return [check.status === 'fail' ? fault(says, remedy) : warning(says, remedy)]
  })
}

/** A message that says nothing, signed: the site looks at its signature first, and does nothing for it. */
async function checkSecret(siteUrl: string, secret: string | null): Promise<Finding> {
  const remedy =
    'Set SANITY_WEBHOOK_SECRET where the site starts, to that of the webhook, and start it again.'
  if (secret === null)
    return fault('SANITY_WEBHOOK_SECRET is not set: a change is seen after an hour only.', remedy)
  const body = JSON.stringify({doctor: 'A message without a change.'})
  const signature = await encodeSignatureHeader(body, Date.now(), secret)
  const answer = await fetch(`${siteUrl}/api/revalidate`, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: {'content-type': 'application/json', [SIGNATURE_HEADER_NAME]: signature},
    signal: AbortSignal.timeout(15_000),
  }).catch(() => null)
  // 400: the signature is that of the webhook, and the message is not.
  if (answer?.status === 400) return good('The site knows SANITY_WEBHOOK_SECRET.')
  if (answer?.status === 401)
    return fault('The site that runs has another SANITY_WEBHOOK_SECRET, or another clock.', remedy)
  return fault(`The site does not take messages of the webhook (status ${answer?.status ?? 0}).`, remedy)
}
