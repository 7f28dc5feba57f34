import type {Crumb} from '#components/breadcrumbs/index.tsx'
import type {School} from '#sanity/lib/content/school.ts'

/** The pages above those on which visitors write to a school. */
export function trailTo({name, address}: School): Crumb[] {
  return [
    {name: 'Our schools', address: '/schools'},
    {name, address},
  ]
}
