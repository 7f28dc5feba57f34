/** A published page or school whose draft has another address, as far as what will happen goes. */
export type MovedAddress = {
  /** Paths such as `/joining`. */
  before: string
  after: string
  /** Visitors find the home page at `/`, whatever its own address is. */
  isHome: boolean
  /** Paths of published pages below the old address, which stay where they are. */
  staying: readonly string[]
  /** What else is published at the old address, by title; null when nothing is. */
  takenBy: string | null
}

/**
 * What visitors will notice when the new address is published, a sentence each. The site leads on from the old one by
 * itself, and from all that led to it before.
 */
export function movedAddressNotes({before, after, isHome, staying, takenBy}: MovedAddress): string[] {
  const leading =
    takenBy === null
      ? `Once this is published, visitors who use ${before} are led to ${after}: old links and bookmarks go on working.`
      : `“${takenBy}” is at ${before} already, so visitors who use the old address see that, and are not led to ${after}.`
  return [
    leading,
    ...(isHome ? ['Visitors go on finding the home page at /.'] : []),
    ...(staying.length > 0 ? [stayingNote(staying, after)] : []),
  ]
}

/** Most paths that are named; more are counted. */
const mostNamed = 3

function stayingNote(staying: readonly string[], after: string): string {
  const others = staying.length - mostNamed
  const paths = inWords(others > 0 ? [...staying.slice(0, mostNamed), `${others} more`] : staying)
  const [stay, them] = staying.length === 1 ? ['stays where it is', 'it'] : ['stay where they are', 'them']
  return `${paths} ${stay}: give ${them} an address below ${after} too, if ${them === 'it' ? 'it belongs' : 'they belong'} there.`
}

function inWords(list: readonly string[]): string {
  const [last = '', ...before] = list.toReversed()
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`
}

/** What is said of a redirect that starts at the address that a page is about to take. */
export function takenByRedirectNote(address: string, redirectTo: string): string {
  return `A redirect leads from ${address} to ${redirectTo} today. Once this is published, visitors see it at ${address} instead.`
}
