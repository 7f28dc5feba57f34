import type {Role} from '../access/users.ts'
import type {Identity, JsonValue} from '../types.ts'

export const roleTitles: {[role in Role]: {title: string; description: string}} = {
  administrator: {
    title: 'Administrator',
    description: 'Reads and writes everything and manages the datasets',
  },
  editor: {title: 'Editor', description: 'Reads and writes everything'},
  viewer: {title: 'Viewer', description: 'Reads everything, drafts too'},
}

const documentPermissions: {[role in Role]: string[]} = {
  administrator: ['read', 'create', 'update', 'history', 'manage', 'editHistory'],
  editor: ['read', 'create', 'update', 'history', 'editHistory'],
  viewer: ['read', 'history'],
}

/** What somebody may do with which documents. The Studio evaluates the filter itself, in the browser. */
export function documentGrants(identity: Identity): JsonValue {
  if (identity.kind === 'anonymous') return [{filter: '_id in path("*")', permissions: ['read']}]
  return [{filter: '_id in path("**")', permissions: documentPermissions[identity.role]}]
}

/** What somebody may do with the project, by the kind of thing. */
export function projectGrants(identity: Identity): JsonValue {
  if (identity.kind === 'anonymous') return {}
  const manages = identity.role === 'administrator'
  const names = manages ? ['read', 'create', 'update', 'delete'] : ['read']
  return {
    'sanity.project': [{grants: [{name: 'read', params: {}}]}],
    'sanity.project.datasets': [{grants: names.map((name) => ({name, params: {}}))}],
    'sanity.project.members': [{grants: [{name: 'read', params: {}}]}],
  }
}
