import {phases} from './schools.ts'

/** What the list of schools is arranged by. */
export type Listed = {
  name: string
  phase: string | null
  status: 'in-trust' | 'joining' | 'left'
  town: string | null
}

export type Group<School> = {title: string; schools: School[]}

const byName = new Intl.Collator('en-GB')

/** Schools under their phases, in the order of a child's years; those without a phase come last. */
export function groupByPhase<School extends Listed>(schools: readonly School[]): Group<School>[] {
  return [...phases, {value: null, title: 'Other schools'}]
    .map(({value, title}) => ({title, schools: schools.filter(({phase}) => phase === value)}))
    .filter(({schools: members}) => members.length > 0)
}

/**
 * Every school in the order of the list: those in the Trust by phase, then those that are joining, then those that have
 * left; in each group by place, and by name where they share one.
 */
export function arrangeDirectory<School extends Listed>(schools: readonly School[]): Group<School>[] {
  const ordered = schools.toSorted(byPlace)
  const withStatus = (status: Listed['status']) => ordered.filter((school) => school.status === status)
  const groups = [
    ...groupByPhase(withStatus('in-trust')),
    {title: 'Joining the Trust', schools: withStatus('joining')},
    {title: 'Formerly in the Trust', schools: withStatus('left')},
  ]
  return groups.filter(({schools: members}) => members.length > 0)
}

/** A school whose place is not known stands behind those whose place is. */
function byPlace(one: Listed, other: Listed): number {
  if ((one.town === null) !== (other.town === null)) return one.town === null ? 1 : -1
  return byName.compare(one.town ?? '', other.town ?? '') || byName.compare(one.name, other.name)
}
