import type {IncomingMessage, ServerResponse} from 'node:http'
import {text} from 'node:stream/consumers'
import {revalidationWebhook} from '#sanity/webhook.ts'
import {startLocalServer} from '../support/local-server.ts'

export const tokens = {read: 'token-with-viewer-rights', write: 'token-with-editor-rights'}

/** A hosted project as the stand-in tells of it. Tests change it. */
export type StandInProject = {
  exists: boolean
  aclMode: 'private' | 'public'
  /** Whether tokens may look at datasets, CORS origins and webhooks. */
  showsSettings: boolean
  viewerMayWrite: boolean
  editorMayWrite: boolean
  cors: {origin: string; allowCredentials: boolean}[]
  hooks: {[name: string]: unknown}[]
  attempts: {[name: string]: unknown}[]
  lastEvent: unknown
  /** Documents that the tokens see. */
  documents: number
  /** How it answers somebody without a token, where that is not by the rules. */
  strangerStatus: number | null
  /** How far its clock is from this one's, in milliseconds. */
  clockOffset: number
}

export const projectId = 'ab12cd34'

export function soundProject(siteUrl: string): StandInProject {
  return {
    exists: true,
    aclMode: 'private',
    showsSettings: true,
    viewerMayWrite: false,
    editorMayWrite: true,
    cors: [{origin: siteUrl, allowCredentials: true}],
    hooks: [
      {
        id: 'hook',
        type: 'document',
        name: 'Site',
        url: `${siteUrl}/api/revalidate`,
        dataset: 'production',
        httpMethod: 'POST',
        apiVersion: 'v2021-03-25',
        includeDrafts: false,
        isDisabled: false,
        isDisabledByUser: false,
        rule: {
          on: ['create', 'update', 'delete'],
          filter: revalidationWebhook.filter.replaceAll(/\s+/g, ' '),
          projection: revalidationWebhook.projection,
        },
      },
    ],
    attempts: [{createdAt: '2026-11-29T10:00:00Z', inProgress: false, isFailure: false, resultCode: 200}],
    lastEvent: null,
    documents: 7,
    strangerStatus: null,
    clockOffset: 0,
  }
}

/** Answers as api.sanity.io and the data API of one project do, about a project that a test describes. */
export async function startSanityStandIn(project: () => StandInProject) {
  const requests: string[] = []
  const server = await startLocalServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://sanity.test')
    requests.push(`${request.method} ${url.pathname}`)
    response.setHeader('date', new Date(Date.now() + project().clockOffset).toUTCString())
    const [status, body] = await answer(project(), url, request)
    send(response, status, body)
  })
  return {hosts: {management: server.url, data: server.url}, requests, close: server.close}
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))
}

type Answered = [status: number, body: unknown]

const refused = (status: number): Answered => [
  status,
  {statusCode: status, error: 'Refused', message: 'Refused'},
]

async function answer(project: StandInProject, url: URL, request: IncomingMessage): Promise<Answered> {
  const token = request.headers.authorization?.replace('Bearer ', '') ?? null
  const isKnown = token === tokens.read || token === tokens.write
  if (token !== null && !isKnown) return refused(401)
  const path = url.pathname.replace(/^\/v[\d-]+/, '')
  const data = /^\/data\/(query|mutate)\/(\w+)$/.exec(path)
  if (data !== null) {
    if (!project.exists || data[2] !== 'production') return refused(404)
    return data[1] === 'query'
      ? answerQuery(project, url, token)
      : answerMutation(project, request, url, token)
  }
  if (token === null) return refused(401)
  if (!project.exists) return refused(404)
  if (path === `/projects/${projectId}`) return [200, {id: projectId, isBlocked: false, isDisabled: false}]
  if (!project.showsSettings) return refused(403)
  switch (path) {
    case `/projects/${projectId}/datasets`:
      return [200, [{name: 'production', aclMode: project.aclMode}]]
    case `/projects/${projectId}/cors`:
      return [200, project.cors]
    case `/hooks/projects/${projectId}`:
      return [200, project.hooks]
    case `/hooks/projects/${projectId}/hook/attempts`:
      return [200, project.attempts]
    default:
      return refused(404)
  }
}

function answerQuery(project: StandInProject, url: URL, token: string | null): Answered {
  const query = url.searchParams.get('query') ?? ''
  if (query.includes('signOffEvent'))
    return token === null ? refused(401) : [200, {result: project.lastEvent}]
  if (token === null && project.strangerStatus !== null) return refused(project.strangerStatus)
  const isSeen = token !== null || project.aclMode === 'public'
  return [200, {query, result: isSeen ? project.documents : 0}]
}

async function answerMutation(
  project: StandInProject,
  request: IncomingMessage,
  url: URL,
  token: string | null,
): Promise<Answered> {
  const {mutations} = JSON.parse(await text(request))
  if (url.searchParams.get('dryRun') !== 'true') throw new Error('The doctor wrote something.')
  const mayWrite = token === tokens.write ? project.editorMayWrite : project.viewerMayWrite
  if (!mayWrite) return refused(403)
  return [200, {transactionId: 'dry', results: mutations.map(() => ({id: 'a', operation: 'create'}))}]
}
