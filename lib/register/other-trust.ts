import {type Compared, contentOf} from './entry.ts'
import {factIn, type SiteSchool} from './school-document.ts'
import type {RegisterSchool} from './school-row.ts'

/** A school of the site with what the file says of it by now. */
export type FoundSchool = {school: SiteSchool; row: RegisterSchool | undefined}

/**
 * Says that the chosen trust has none of the site’s schools, so that it is probably not the Trust. Null when it has
 * one, or when the site has no school in the Trust by which it could be told.
 */
export function otherTrustWarning(
  found: readonly FoundSchool[],
  {register, trust}: Pick<Compared, 'register' | 'trust'>,
): string | null {
  const own = found.filter(({school}) => factIn(contentOf(school), 'status') === 'in-trust')
  if (own.length === 0 || found.some(({row}) => row?.trust?.uid === trust)) return null
  const name = register.trusts.find(({uid}) => uid === trust)?.name ?? 'the trust'
  const none =
    own.length === 1
      ? `The one school in the Trust on this site does not belong to ${named({uid: trust, name})} by this file.`
      : `None of the ${own.length} schools in the Trust on this site belongs to ${named({uid: trust, name})} by this file.`
  const elsewhere = trustsOf(own).map(([owner, count]) => belonging(owner, count, own.length))
  return [none, ...elsewhere, 'Choose another trust, unless you are sure that this one is yours.'].join(' ')
}

type Owner = {uid: string; name: string}

const named = ({uid, name}: Owner) => `${name} (Group UID ${uid})`

/** Most trusts that are named as those of the schools. */
const mostNamed = 3

/** The trusts that have the schools by the file, and how many each has, the one with most of them first. */
function trustsOf(found: readonly FoundSchool[]): [Owner, number][] {
  const owners = found.flatMap(({row}) => (row?.trust ? [row.trust] : []))
  const distinct = new Map(owners.map((owner) => [owner.uid, owner]))
  return [...distinct.values()]
    .map((owner): [Owner, number] => [owner, owners.filter(({uid}) => uid === owner.uid).length])
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostNamed)
}

function belonging(owner: Owner, count: number, all: number): string {
  if (count === all) return `${all === 1 ? 'It belongs' : 'They belong'} to ${named(owner)}.`
  return `${count} of them ${count === 1 ? 'belongs' : 'belong'} to ${named(owner)}.`
}
