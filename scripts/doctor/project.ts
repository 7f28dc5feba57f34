import {isFields} from '#sanity/lib/parse.ts'
import {type Finding, fault, good, unknown, warning} from './finding.ts'
import {type Answer, ask, type SanityHosts} from './sanity-api.ts'

/** The API of projects, as Sanity's own command line speaks it. */
const version = 'v2025-08-14'
const dataVersion = 'v2025-02-19'

export type HostedSource = {
  projectId: string
  dataset: string
  readToken: string | null
  writeToken: string | null
  hosts: SanityHosts
}

const atManage = 'at sanity.io/manage'

/** Looks at the tokens: whether Content Lake knows them, and whether each may do what it is for, and no more. */
export async function checkTokens(source: HostedSource): Promise<Finding[]> {
  const {readToken, writeToken, dataset} = source
  const findings: Finding[] = []
  if (readToken === null)
    findings.push(
      fault(
        'SANITY_API_READ_TOKEN is not set.',
        `Make a token with Viewer rights ${atManage}, under API, and set it.`,
      ),
    )
  else findings.push(...(await checkReadToken(source, readToken)))
  if (writeToken === null)
    findings.push(
      warning(
        'SANITY_API_WRITE_TOKEN is not set: nobody can be asked to sign off, and a moved page leaves no redirect.',
        `Make a token with Editor rights ${atManage}, under API, and set it.`,
      ),
    )
  else if (writeToken === readToken)
    findings.push(
      fault(
        'SANITY_API_READ_TOKEN and SANITY_API_WRITE_TOKEN are one token.',
        `Make two ${atManage}: one with Viewer and one with Editor rights.`,
      ),
    )
  else {
    const {status} = await tryWriting(source, writeToken)
    findings.push(
      status === 200
        ? good(`SANITY_API_WRITE_TOKEN may write to the dataset “${dataset}”.`)
        : notAllowed('SANITY_API_WRITE_TOKEN', 'write', 'Editor', status),
    )
  }
  return findings
}

async function checkReadToken(source: HostedSource, token: string): Promise<Finding[]> {
  const read = await queryDataset(source, 'count(*[_id in path("drafts.**")])', token)
  if (read.status === 404)
    return [
      fault(
        `There is no dataset “${source.dataset}” in the project ${source.projectId}.`,
        'Check SANITY_DATASET and SANITY_PROJECT_ID.',
      ),
    ]
  if (read.status !== 200) return [notAllowed('SANITY_API_READ_TOKEN', 'read', 'Viewer', read.status)]
  const written = await tryWriting(source, token)
  return [
    good(`SANITY_API_READ_TOKEN reads the dataset “${source.dataset}”.`),
    written.status === 200
      ? warning(
          'SANITY_API_READ_TOKEN may write as well, which a site that shows pages need not.',
          `Make one with Viewer rights ${atManage}, under API, and set it instead.`,
        )
      : good('SANITY_API_READ_TOKEN cannot write.'),
  ]
}

function notAllowed(name: string, what: string, rights: string, status: number): Finding {
  if (status === 0)
    return fault(
      `Content Lake did not answer when ${name} was tried.`,
      'Check SANITY_PROJECT_ID and that this machine reaches https://api.sanity.io, then run this again.',
    )
  return status === 401 || status === 403
    ? fault(
        `${name} may not ${what} (status ${status}).`,
        `Make a token with ${rights} rights ${atManage}, under API, and set it.`,
      )
    : fault(
        `${name} was tried, and Content Lake answered with status ${status}.`,
        'Run this again in a minute.',
      )
}

/** A mutation that is only looked at, of a document that nobody has. */
function tryWriting({hosts, dataset}: HostedSource, token: string): Promise<Answer> {
  const mutations = [{createIfNotExists: {_id: 'doctor.dry-run', _type: 'doctorDryRun'}}]
  return ask(`${hosts.data}/${dataVersion}/data/mutate/${dataset}?dryRun=true`, {
    token,
    method: 'POST',
    body: JSON.stringify({mutations}),
  })
}

/** Asks the dataset, as somebody with a token or as a stranger. */
export function queryDataset(
  {hosts, dataset}: HostedSource,
  groq: string,
  token: string | null,
): Promise<Answer> {
  const asked = new URLSearchParams({query: groq, perspective: 'raw'})
  return ask(`${hosts.data}/${dataVersion}/data/query/${dataset}?${asked}`, {token})
}

/** Whether strangers can read the dataset, in which schools' e-mail addresses stand. */
export async function checkVisibility(source: HostedSource): Promise<Finding> {
  const open = fault(
    `The dataset “${source.dataset}” is public: anybody can read the e-mail addresses of schools in it.`,
    `Make it private ${atManage}, under Datasets (Growth plan and above).`,
  )
  const {body} = await askProject(source, '/datasets')
  const found = Array.isArray(body) ? body.filter(isFields).find(({name}) => name === source.dataset) : null
  if (found?.aclMode === 'private') return good(`The dataset “${source.dataset}” is private.`)
  if (found?.aclMode === 'public') return open
  return (await tryAsStranger(source)) ?? open
}

/** For tokens that may not list datasets. @returns null when a stranger reads the dataset */
async function tryAsStranger(source: HostedSource): Promise<Finding | null> {
  const closed = good(`A stranger reads nothing from the dataset “${source.dataset}”.`)
  const lookYourself = `Look for yourself ${atManage}, under Datasets, whether it is private; or run this again.`
  const stranger = await countDocuments(source, null)
  if (stranger.status === 401 || stranger.status === 403) return closed
  if (stranger.count === null)
    return unknown(
      `Whether the dataset “${source.dataset}” is private could not be seen (${stranger.status === 0 ? 'no answer' : `status ${stranger.status}`}).`,
      lookYourself,
    )
  if (stranger.count > 0) return null
  const {count} = await countDocuments(source, source.readToken ?? source.writeToken)
  // Nothing is read from an empty dataset either, by anybody.
  return count !== null && count > 0
    ? closed
    : unknown(
        `Whether the dataset “${source.dataset}” is private cannot be seen: the tokens read nothing in it either.`,
        lookYourself,
      )
}

/** How many documents of the site somebody reads; null when that was not answered. */
async function countDocuments(
  source: HostedSource,
  token: string | null,
): Promise<{status: number; count: number | null}> {
  const query = 'count(*[_type in ["school", "page", "siteSettings"]])'
  const {status, body} = await queryDataset(source, query, token)
  const result = isFields(body) ? body.result : null
  return {status, count: status === 200 && typeof result === 'number' ? result : null}
}

/** Whether a browser on the site may talk to Content Lake as somebody who is signed in: the Studio does. */
export async function checkCors(source: HostedSource, siteUrl: string): Promise<Finding> {
  const remedy = `Add ${siteUrl} ${atManage}, under API, as a CORS origin, and allow credentials.`
  const {status, body} = await askProject(source, '/cors')
  if (status !== 200 || !Array.isArray(body))
    return unknown('The CORS origins cannot be read with these tokens.', `Look for yourself: ${remedy}`)
  const own = body.filter(isFields).find(({origin}) => origin === siteUrl)
  if (own === undefined)
    return fault(`${siteUrl} is no CORS origin of the project: the Studio cannot start.`, remedy)
  return own.allowCredentials === true
    ? good(`${siteUrl} is a CORS origin that allows credentials.`)
    : fault(`${siteUrl} is a CORS origin, but does not allow credentials: nobody can sign in.`, remedy)
}

/** The token with more rights sees more. */
export function askProject(source: HostedSource, path: string): Promise<Answer> {
  const {hosts, projectId, readToken, writeToken} = source
  return ask(`${hosts.management}/${version}/projects/${projectId}${path}`, {token: writeToken ?? readToken})
}

/** How far this clock may be from that of Content Lake, in milliseconds: signatures older than five minutes are refused. */
const [slightlyOff, tooFarOff] = [30_000, 240_000]

/** Whether there is such a project, and how the clock of this machine goes. */
export async function checkProject(source: HostedSource, now: () => number = Date.now): Promise<Finding[]> {
  const {status, body, date} = await askProject(source, '')
  const {projectId} = source
  if (status === 0)
    return [
      fault(
        'https://api.sanity.io does not answer.',
        'Check the connection of this machine to the internet, then run this again.',
      ),
    ]
  const clock = date === null ? [] : [checkClock(Math.abs(now() - date))]
  if (status === 404)
    return [
      fault(
        `There is no project ${projectId}.`,
        `Copy the project’s id from sanity.io/manage to SANITY_PROJECT_ID.`,
      ),
      ...clock,
    ]
  if (isFields(body) && (body.isBlocked === true || body.isDisabled === true))
    return [fault(`The project ${projectId} is blocked or disabled.`, `See ${atManage} why.`), ...clock]
  return [
    status === 200
      ? good(`There is a project ${projectId}.`)
      : unknown(
          `The project ${projectId} cannot be looked at with these tokens (status ${status}).`,
          'Nothing needs to be done when the tokens below are well.',
        ),
    ...clock,
  ]
}

function checkClock(offBy: number): Finding {
  const seconds = Math.round(offBy / 1000)
  const remedy = 'Let the machine set its clock itself: timedatectl set-ntp true'
  if (offBy > tooFarOff)
    return fault(
      `The clock of this machine is ${seconds} seconds off: messages of the webhook are refused.`,
      remedy,
    )
  return offBy > slightlyOff
    ? warning(`The clock of this machine is ${seconds} seconds off.`, remedy)
    : good('The clock of this machine is right.')
}
