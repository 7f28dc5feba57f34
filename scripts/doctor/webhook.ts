import {isFields} from '#sanity/lib/parse.ts'
import {revalidationWebhook} from '#sanity/webhook.ts'
import {type Finding, fault, good, unknown, warning} from './finding.ts'
import type {HostedSource} from './project.ts'
import {ask} from './sanity-api.ts'

/** The API of webhooks, as Sanity's own command line speaks it. */
const version = 'v2021-10-04'

const remedy =
  'At sanity.io/manage, under API and Webhooks, give it the filter and the projection of sanity/webhook.ts, for create, ' +
  'update and delete, of this dataset, as POST, without drafts.'

/** Whether the project tells the site what changes, and in the right words. */
export async function checkWebhook(source: HostedSource, siteUrl: string): Promise<Finding[]> {
  const {hosts, projectId, readToken, writeToken} = source
  const url = `${siteUrl}/api/revalidate`
  const hooks = `${hosts.management}/${version}/hooks/projects/${projectId}`
  const token = writeToken ?? readToken
  const {status, body} = await ask(hooks, {token})
  if (status !== 200 || !Array.isArray(body))
    return [
      unknown(
        'The webhooks cannot be read with these tokens.',
        `Look for yourself that there is one to ${url}. ${remedy}`,
      ),
    ]
  const own = body.filter(isFields).filter((hook) => hook.url === url)
  const [hook] = own
  if (hook === undefined)
    return [fault(`No webhook leads to ${url}: a change is seen after an hour only.`, `Add one. ${remedy}`)]
  const more =
    own.length > 1
      ? [warning(`${own.length} webhooks lead to ${url}.`, 'Keep one, and delete the others.')]
      : []
  const problems = problemsOf(hook, source.dataset)
  const found =
    problems.length > 0
      ? fault(`The webhook to ${url} ${problems.join(', and ')}.`, remedy)
      : good(`The webhook to ${url} has the right filter and projection.`)
  const {body: attempts} = await ask(`${hooks}/${String(hook.id)}/attempts`, {token})
  return [found, ...more, ...checkAttempts(attempts)]
}

function problemsOf(hook: {[name: string]: unknown}, dataset: string): string[] {
  const rule = isFields(hook.rule) ? hook.rule : {}
  const on = Array.isArray(rule.on) ? rule.on : []
  const differs = (value: unknown, expected: string) =>
    typeof value !== 'string' || plain(value) !== plain(expected)
  return [
    hook.isDisabled === true || hook.isDisabledByUser === true ? 'is switched off' : null,
    hook.dataset !== dataset && hook.dataset !== '*' ? 'is of another dataset' : null,
    hook.httpMethod !== undefined && hook.httpMethod !== 'POST' ? 'does not POST' : null,
    ['create', 'update', 'delete'].every((operation) => on.includes(operation))
      ? null
      : 'does not tell of all that is created, updated and deleted',
    differs(rule.filter, revalidationWebhook.filter) ? 'has another filter' : null,
    differs(rule.projection, revalidationWebhook.projection) ? 'has another projection' : null,
    hook.includeDrafts === true ? 'tells of drafts too' : null,
  ].filter((problem) => problem !== null)
}

/** The same whatever its line breaks and the blanks between its signs. */
function plain(groq: string): string {
  return groq
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{}[\](),:]) ?/g, '$1')
}

/** What became of the last message, newest first as Sanity lists them, or in any order. */
function checkAttempts(attempts: unknown): Finding[] {
  if (!Array.isArray(attempts)) return []
  const ended = attempts.filter(isFields).filter(({inProgress}) => inProgress !== true)
  const [last] = ended.sort((one, other) => String(other.createdAt).localeCompare(String(one.createdAt)))
  if (last === undefined || last.isFailure !== true)
    return last === undefined ? [] : [good('Its last message arrived.')]
  const code = Number(last.resultCode) || 0
  if (code === 401)
    return [
      fault(
        'The site refused its last message, because it is signed with another secret.',
        'Give the webhook the secret of SANITY_WEBHOOK_SECRET.',
      ),
    ]
  return [
    warning(
      code === 0
        ? 'Its last message did not reach the site.'
        : `The site answered its last message with status ${code}.`,
      'Look at the messages of the webhook at sanity.io/manage, and at the log of the site.',
    ),
  ]
}
