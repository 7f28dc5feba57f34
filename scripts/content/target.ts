import path from 'node:path'
import {ClientError, createClient, type SanityClient, ServerError} from '@sanity/client'
import {type Environment, parseEnvironment, type Variables} from '#lib/env.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {createLakeClient} from '#sanity/lake/client.ts'
import {loadEnvironmentFiles} from '../environment-files.ts'
import {ContentProblem, reasonOf} from './problem.ts'

/** The dataset that a content command works on. */
export type ContentTarget = {
  client: SanityClient
  /** Names it for the person at the keyboard. */
  description: string
}

const root = path.resolve(import.meta.dirname, '../..')

/** Variables of the process and of `.env.local` and `.env`, as `npm start` reads them. */
export function commandVariables(port: string | undefined): Variables {
  loadEnvironmentFiles(root, 'production')
  return {...process.env, ...(port === undefined ? {} : {PORT: port})}
}

/**
 * The dataset that the configuration names: a hosted one with a project id, else that of the running site's lake.
 * @throws EnvironmentError for mistakes in the configuration
 * @throws ContentProblem when the token is missing or nobody answers
 */
export async function contentTarget(variables: Variables): Promise<ContentTarget> {
  const environment = parseEnvironment(variables, {readToken: false})
  const target = environment.source.kind === 'local' ? localTarget(environment) : hostedTarget(environment)
  await requireAnswer(target, environment)
  return target
}

function localTarget({source, dataFolder}: Environment): ContentTarget {
  if (source.kind !== 'local') throw new Error('Only for the embedded Content Lake')
  const {lakeUrl} = source
  const {writeToken} = readSecrets(path.resolve(root, dataFolder))
  return {
    // It is on this machine: when it does not answer, it does not run.
    client: createLakeClient(lakeUrl, {token: writeToken, perspective: 'raw', maxRetries: 0}),
    description: `the embedded Content Lake of this site (${lakeUrl})`,
  }
}

function hostedTarget({source: {projectId, dataset}, writeToken}: Environment): ContentTarget {
  if (writeToken === null) {
    throw new ContentProblem(
      'SANITY_API_WRITE_TOKEN is missing: make a token with Editor rights at sanity.io/manage, under API, and set it.',
    )
  }
  return {
    client: createClient({
      apiVersion: '2025-02-19',
      useCdn: false,
      perspective: 'raw',
      projectId,
      dataset,
      token: writeToken,
    }),
    description: `the dataset "${dataset}" of the hosted Sanity project ${projectId}`,
  }
}

async function requireAnswer({client, description}: ContentTarget, {source}: Environment): Promise<void> {
  try {
    await client
      .withConfig({maxRetries: 0})
      .fetch('count(*[_id == "siteSettings"])', {}, {tag: 'content.check'})
  } catch (error) {
    const subject = description.charAt(0).toUpperCase() + description.slice(1)
    throw new ContentProblem(`${subject} cannot be used: ${reasonOf(error)}. ${remedyFor(error, source)}`)
  }
}

function remedyFor(error: unknown, source: Environment['source']): string {
  const status = error instanceof ClientError || error instanceof ServerError ? error.statusCode : null
  if (source.kind === 'local') {
    if (status === null)
      return 'Start the site with "npm start" and try again; for one on another port add --port.'
    return 'Stop the site, start it again with "npm start" and try again.'
  }
  if (status === 401 || status === 403) return 'Check SANITY_API_WRITE_TOKEN.'
  return 'Check SANITY_PROJECT_ID and SANITY_DATASET, and the connection to the internet.'
}
