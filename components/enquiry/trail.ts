import type {Crumb} from '#lib/breadcrumbs.ts'
import type {School} from '#sanity/lib/content/school.ts'

/** The way to a page on which visitors write to a school. */
export function trailBelow({trail, address}: School, name: string): Crumb[] {
  return [...trail, {name, address: `${address}/talk`}]
}

/** The way to the page with the form, as visitors and machines read it. */
export function talkTrail(school: School): Crumb[] {
  return trailBelow(school, 'Talk to this school')
}
