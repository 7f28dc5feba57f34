import {stegaClean} from '@sanity/client/stega'
import type {AskedSchools} from '#lib/asked-schools.ts'
import {searchOver} from '#lib/search.ts'
import type {SchoolSummary} from './content/school-summary.ts'

/** The schools that a visitor asks for, in their own order: of the phase, and with the words in name or place. */
export function findSchools(schools: SchoolSummary[], {phase, name}: AskedSchools): SchoolSummary[] {
  const ofPhase = schools.filter((school) => phase === null || school.phase === phase)
  if (name === '') return ofPhase
  const search = searchOver(
    ofPhase.map((school) => ({
      path: school.id,
      kind: 'School',
      title: stegaClean(school.name),
      summary: stegaClean(school.place),
      words: '',
    })),
    ofPhase.length,
  )
  const found = new Set(search(name).map(({path}) => path))
  return ofPhase.filter(({id}) => found.has(id))
}
