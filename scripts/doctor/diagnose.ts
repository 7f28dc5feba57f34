import {existsSync} from 'node:fs'
import path from 'node:path'
import type {Environment} from '#lib/env.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {isFields} from '#sanity/lib/parse.ts'
import {ownOrigin} from '#sanity/lib/revalidation/warm.ts'
import {chromiumPath} from '../../__tests__/browser/support/chromium.ts'
import {isRunningOn} from '../backup/snapshots.ts'
import {type Finding, good, warning} from './finding.ts'
import {checkMachine} from './machine.ts'
import {checkMail} from './mail.ts'
import {
  checkCors,
  checkProject,
  checkTokens,
  checkVisibility,
  type HostedSource,
  queryDataset,
} from './project.ts'
import {checkRedis} from './redis.ts'
import {ask, type SanityHosts, sanityHosts} from './sanity-api.ts'
import {checkSignOff, lastEventQuery} from './sign-off.ts'
import {checkSite} from './site.ts'
import {checkWebhook} from './webhook.ts'

type Surroundings = {
  /** Where the data of this installation are, as an absolute path. */
  dataFolder: string
  /** Given by tests, as is the clock, in milliseconds since 1970. */
  hosts?: SanityHosts
  now?: () => number
}

/** Looks at everything that a site of this configuration needs. Changes nothing, and sends no letter. */
export async function diagnose(environment: Environment, around: Surroundings): Promise<Finding[]> {
  const findings = await (environment.source.kind === 'hosted'
    ? diagnoseHosted(environment, environment.source, around)
    : diagnoseLocal(environment, around.dataFolder))
  const {redisUrl} = environment
  return redisUrl === null ? findings : [...findings, await checkRedis(redisUrl)]
}

async function diagnoseHosted(
  environment: Environment,
  {projectId, dataset}: {projectId: string; dataset: string},
  {dataFolder, hosts = sanityHosts(projectId), now}: Surroundings,
): Promise<Finding[]> {
  const {readToken, writeToken, siteUrl, webhookSecret, mail, signOffKey} = environment
  const source: HostedSource = {projectId, dataset, readToken, writeToken, hosts}
  const isRunning = (await ask(`${ownOrigin(environment)}/api/health/live`)).status !== 0
  const readLastEvent = async () => {
    const {status, body} = await queryDataset(source, lastEventQuery, readToken ?? writeToken)
    if (status !== 200 || !isFields(body)) throw new Error(`Content Lake answered with status ${status}.`)
    return body.result
  }
  return [
    ...(await checkMachine(environment, dataFolder, {isRunning})),
    ...(await checkProject(source, now)),
    await checkVisibility(source),
    ...(await checkTokens(source)),
    await checkCors(source, siteUrl),
    ...(await checkWebhook(source, siteUrl)),
    ...(await checkSite({siteUrl, webhookSecret, isHosted: true})),
    await checkMail(mail),
    await checkSignOff(signOffKey, readLastEvent),
  ]
}

async function diagnoseLocal(environment: Environment, dataFolder: string): Promise<Finding[]> {
  const {siteUrl, webhookSecret, mail, source} = environment
  const isRunning = await isRunningOn(dataFolder)
  const findings = await checkMachine(environment, dataFolder, {isRunning})
  if (isRunning && source.kind === 'local') {
    findings.push(...(await checkSite({siteUrl, webhookSecret, isHosted: false})))
    const client = createLakeClient(source.lakeUrl, {maxRetries: 0})
    const readLastEvent = () =>
      client
        .withConfig({token: readSecrets(dataFolder).readToken})
        .fetch<unknown>(lastEventQuery, {}, {perspective: 'raw', tag: 'doctor'})
    if (existsSync(path.join(dataFolder, 'secrets.json')))
      findings.push(await checkSignOff(readSecrets(dataFolder).signOffKey, readLastEvent))
  }
  const browser = chromiumPath()
  return [
    ...findings,
    await checkMail(mail),
    browser === undefined
      ? warning(
          'Neither Chromium nor Chrome is installed, which npm test and npm run bench need. The site does not.',
          'Install one; on Debian: sudo apt-get install chromium',
        )
      : good(`Tests have a browser: ${browser}.`),
  ]
}
