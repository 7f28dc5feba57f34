import {RegisterProblem} from './problem.ts'

/** A trust as the register names it. */
export type Trust = {
  /** Group UID: what `Trusts (code)` holds. */
  uid: string
  name: string
  /** Schools of it that are open or about to be. */
  schools: number
}

/**
 * Whether `TrustSchoolFlag (name)` speaks of an academy trust. “Supported by a trust” is a foundation trust, which is
 * another thing: its schools are the local authority's.
 */
export function isAcademyTrust(flag: string): boolean {
  return /^supported by a (?:multi|single)-academy trust$/i.test(flag.trim())
}

/** “1 school”, “12 schools”. */
export function schoolsCounted(count: number): string {
  return count === 1 ? '1 school' : `${count} schools`
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Trusts whose Group UID is what was typed, or whose name has every word of it; one of exactly that name alone. */
export function matchingTrusts(trusts: readonly Trust[], typed: string): Trust[] {
  const asked = plain(typed)
  const exact = trusts.filter(({uid, name}) => uid === typed.trim() || plain(name) === asked)
  if (exact.length > 0) return exact
  const words = asked.split(' ')
  return trusts.filter(({name}) => words.every((word) => plain(name).includes(word)))
}

/**
 * The one trust that was meant.
 * @throws RegisterProblem when there is none, or more than one, which it lists
 */
export function theTrust(trusts: readonly Trust[], typed: string): Trust {
  const found = matchingTrusts(trusts, typed)
  const [only] = found
  if (only && found.length === 1) return only
  if (found.length === 0) {
    throw new RegisterProblem(
      `No academy trust in this file has the Group UID or the name “${typed}”. The Group UID is the number at the end of the address of the trust’s page in Get Information about Schools.`,
    )
  }
  const some = found
    .slice(0, 20)
    .map(({uid, name, schools}) => `  ${uid}  ${name} (${schoolsCounted(schools)})`)
  const more = found.length > some.length ? [`  and ${found.length - some.length} more`] : []
  throw new RegisterProblem(
    [`${found.length} trusts go by “${typed}”. Give the Group UID of one of them:`, ...some, ...more].join(
      '\n',
    ),
  )
}
