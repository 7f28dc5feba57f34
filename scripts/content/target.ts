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

/** That the lake of a site on this machine does not answer because nothing runs. */
class NotRunningProblem extends ContentProblem {}

/** Whether an error of `contentTarget` says that the site of this machine does not run. */
export const doesNotRun = (error: unknown) => error instanceof NotRunningProblem

/** Where a local installation keeps its data. */
export const dataFolderOf = ({dataFolder}: Environment) => path.resolve(root, dataFolder)

/**
 * The dataset that the configuration names: a hosted one with a project id, else that of the running site's lake.
 * @param access - a hosted dataset may be read with either token, and written with one of them alone
 * @throws EnvironmentError for mistakes in the configuration
 * @throws ContentProblem when the token is missing or nobody answers
 */
export async function contentTarget(
  variables: Variables,
  access: 'read' | 'write' = 'write',
): Promise<ContentTarget> {
  const environment = parseEnvironment(variables, {readToken: false})
  const target =
    environment.source.kind === 'local' ? localTarget(environment) : hostedTarget(environment, access)
  await requireAnswer(target, environment)
  return target
}

function localTarget(environment: Environment): ContentTarget {
  const {source} = environment
  if (source.kind !== 'local') throw new Error('Only for the embedded Content Lake')
  const {lakeUrl} = source
  const {writeToken} = readSecrets(dataFolderOf(environment))
  return {
    // It is on this machine: when it does not answer, it does not run.
    client: createLakeClient(lakeUrl, {token: writeToken, perspective: 'raw', maxRetries: 0}),
    description: `the embedded Content Lake of this site (${lakeUrl})`,
  }
}

function hostedTarget(environment: Environment, access: 'read' | 'write'): ContentTarget {
  const {
    source: {projectId, dataset},
    writeToken,
    readToken,
  } = environment
  const token = access === 'read' ? (readToken ?? writeToken) : writeToken
  if (token === null) {
    throw new ContentProblem(
      access === 'read'
        ? 'SANITY_API_READ_TOKEN is missing: make a token with Viewer rights at sanity.io/manage, under API, and set it.'
        : 'SANITY_API_WRITE_TOKEN is missing: make a token with Editor rights at sanity.io/manage, under API, and set it.',
    )
  }
  return {
    client: createClient({
      apiVersion: '2025-02-19',
      useCdn: false,
      perspective: 'raw',
      projectId,
      dataset,
      token,
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
    const Problem = source.kind === 'local' && statusOf(error) === null ? NotRunningProblem : ContentProblem
    throw new Problem(`${subject} cannot be used: ${reasonOf(error)}. ${remedyFor(error, source)}`)
  }
}

function remedyFor(error: unknown, source: Environment['source']): string {
  const status = statusOf(error)
  if (source.kind === 'local') {
    if (status === null)
      return 'Start the site with "npm start" and try again; for one on another port add --port.'
    return 'Stop the site, start it again with "npm start" and try again.'
  }
  if (status === 401 || status === 403) return 'Check SANITY_API_READ_TOKEN and SANITY_API_WRITE_TOKEN.'
  return 'Check SANITY_PROJECT_ID and SANITY_DATASET, and the connection to the internet.'
}

/** The status of an answer that was a refusal; null when nobody answered. */
function statusOf(error: unknown): number | null {
  return error instanceof ClientError || error instanceof ServerError ? error.statusCode : null
}
