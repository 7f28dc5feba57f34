import type {SchoolContent, SchoolVersion, SiteSchool} from '#lib/register/school-document.ts'
import type {RegisterLake} from './lake.ts'

/** Versions of a release are left to those who prepare it. */
const schoolsQuery = '*[_type == "school" && !(_id in path("versions.**"))] | order(_id asc)'

/** Every school of the site as it is stored, published and drafts. */
export async function fetchSchools(lake: RegisterLake): Promise<SiteSchool[]> {
  const documents: unknown = await lake.fetch(schoolsQuery, {})
  if (!Array.isArray(documents)) throw new Error('Content Lake answered without a list of schools.')
  const schools = new Map<
    string,
    {id: string; published: SchoolVersion | null; draft: SchoolVersion | null}
  >()
  for (const version of documents.map(parseVersion)) {
    const id = version.id.replace(/^drafts\./, '')
    const school = schools.get(id) ?? {id, published: null, draft: null}
    school[version.id === id ? 'published' : 'draft'] = version
    schools.set(id, school)
  }
  return [...schools.values()]
}

function parseVersion(document: unknown): SchoolVersion {
  if (!isContent(document) || typeof document._id !== 'string' || typeof document._rev !== 'string') {
    throw new Error('Content Lake answered with something that is no document.')
  }
  return {id: document._id, revision: document._rev, content: document}
}

export function isContent(value: unknown): value is SchoolContent {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
