import type {Identities} from '../access/identities.ts'
import {requireAdministrator, requireUser} from '../access/permissions.ts'
import type {DatasetRegistry} from '../datasets.ts'
import {LakeError, plainError} from '../errors.ts'
import type {LakeRequest} from '../http/exchange.ts'
import {type Route, route} from '../http/router.ts'
import type {JsonObject, JsonValue} from '../types.ts'
import {documentGrants, projectGrants, roleTitles} from './grants.ts'

export type ProjectOptions = {projectId: string; identities: Identities; datasets: DatasetRegistry}

export function projectRoutes(options: ProjectOptions): Route[] {
  const {projectId, datasets} = options
  /** A route below the project, for those who are signed in. */
  const inProject = (path: string, json: () => JsonValue) =>
    route('GET', `/projects/:project${path}`, (request) => {
      requireUser(request.identity)
      requireProject(request, projectId)
      return {json: json()}
    })
  const listDatasets = () => datasets.names().map(describeDataset)

  return [
    route('GET', '/projects', ({identity}) => {
      requireUser(identity)
      return {json: [describeProject(options)]}
    }),
    inProject('', () => describeProject(options)),
    inProject('/datasets', listDatasets),
    inProject('/user-applications', () => []),
    inProject('/roles', () =>
      Object.entries(roleTitles).map(([name, titles]) => ({
        name,
        ...titles,
        isCustom: false,
        appliesToUsers: true,
      })),
    ),
    inProject('/datasets/:dataset/settings/indexing', () => ({partialIndexSettings: {maxFieldDepth: 20}})),
    route('GET', '/projects/:project/grants', (request) => {
      requireProject(request, projectId)
      return {json: projectGrants(request.identity)}
    }),
    route('GET', '/projects/:project/datasets/:dataset/acl', (request) => {
      requireProject(request, projectId)
      datasets.require(request.parameter('dataset'))
      return {json: documentGrants(request.identity)}
    }),
    route('GET', '/datasets', ({identity}) => {
      requireUser(identity)
      return {json: listDatasets()}
    }),
    route('PUT', '/datasets/:dataset', async (request) => {
      requireAdministrator(request.identity)
      if (await asksForPrivacy(request)) {
        throw plainError(
          400,
          'Bad Request',
          'Datasets of the local Content Lake are public for reading what is published. For a private one use a hosted project.',
        )
      }
      const name = request.parameter('dataset')
      datasets.create(name)
      return {json: {datasetName: name, aclMode: 'public'}}
    }),
    route('DELETE', '/datasets/:dataset', async ({identity, parameter}) => {
      requireAdministrator(identity)
      await datasets.delete(parameter('dataset'))
      return {json: {deleted: true}}
    }),
  ]
}

/** The settings of a new dataset are optional. */
async function asksForPrivacy({headers, readJson}: LakeRequest): Promise<boolean> {
  if (Number(headers['content-length'] ?? 0) === 0) return false
  const settings = await readJson()
  return (
    typeof settings === 'object' &&
    settings !== null &&
    !Array.isArray(settings) &&
    settings.aclMode === 'private'
  )
}

/** @throws LakeError 404 in the shape by which the Studio knows that its project id is wrong. */
function requireProject(request: LakeRequest, projectId: string): void {
  const asked = request.parameter('project')
  if (asked === projectId) return
  throw new LakeError(404, `Project ${asked} not found`, {
    statusCode: 404,
    error: 'Not Found',
    message: `Project ID "${asked}" not found. The local Content Lake has one project, "${projectId}".`,
    errorCode: 'SIO-404-PNF',
    attributes: {type: 'project'},
  })
}

function describeProject({projectId, identities}: ProjectOptions): JsonObject {
  return {
    id: projectId,
    displayName: 'Local project',
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    metadata: {integration: 'embedded'},
    activityFeedEnabled: false,
    createdAt: '2026-01-01T00:00:00.000Z',
    features: [],
    members: identities.users.map((user) => ({
      id: user.id,
      createdAt: '2026-01-01T00:00:00.000Z',
      isCurrentUser: false,
      isRobot: user.isRobot,
      role: user.role,
      roles: [{name: user.role, ...roleTitles[user.role]}],
    })),
  }
}

function describeDataset(name: string): JsonObject {
  return {
    name,
    aclMode: 'public',
    createdAt: '2026-01-01T00:00:00.000Z',
    createdByUserId: 'local-editor',
    addonFor: null,
    datasetProfile: null,
    features: [],
    tags: [],
  }
}
