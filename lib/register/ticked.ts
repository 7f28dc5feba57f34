import {type Comparison, renameNewSchool} from './compare.ts'
import type {Entry, EntryKind} from './entry.ts'
import type {FactName} from './facts.ts'

/** Schools to be written, by their URN, with those of their changes that are wanted. */
export type Ticked = ReadonlyMap<string, ReadonlySet<FactName>>

/** What staff find ticked: every change of every school that nothing speaks against. */
export function tickedAtFirst({entries}: Comparison): Ticked {
  return new Map(entries.filter(({isTicked}) => isTicked).map((entry) => [entry.urn, everyChangeOf(entry)]))
}

/**
 * What staff tick with one press: everything that the file says. That a school has left they tick one by one where
 * it does not follow from the file, or where the file may be of another trust.
 */
export function tickedAll({entries, otherTrust}: Comparison): Ticked {
  const apart: EntryKind[] = ['unchanged', 'absent', ...(otherTrust === null ? [] : ['left' as const])]
  const all = entries.filter(({kind}) => !apart.includes(kind))
  return new Map(all.map((entry) => [entry.urn, everyChangeOf(entry)]))
}

/** All changes of a school; none for one that is new, whose document is made whole. */
export function everyChangeOf({changes}: Entry): ReadonlySet<FactName> {
  return new Set(changes.map(({name}) => name))
}

/** Schools by their numbers, with all of their changes. */
export function tickedByUrn({entries}: Comparison, urns: readonly string[]): Ticked {
  const named = entries.filter(({urn}) => urns.includes(urn))
  return new Map(named.map((entry) => [entry.urn, everyChangeOf(entry)]))
}

/** A list of schools, and what staff ticked in it. */
export type TickedComparison = {comparison: Comparison; ticked: Ticked}

/**
 * A newer list with what staff did in the one before: what they ticked and unticked, and the names that they gave to
 * new schools. Schools and changes that they have not seen are ticked as at first.
 */
export function asTickedBefore(newer: Comparison, before: TickedComparison): TickedComparison {
  const seen = new Map(before.comparison.entries.map((entry) => [entry.urn, entry]))
  let comparison = newer
  const ticked = new Map(tickedAtFirst(newer))
  for (const entry of newer.entries) {
    const old = seen.get(entry.urn)
    if (old === undefined || entry.kind === 'unchanged') continue
    if (entry.creation && old.creation) comparison = renameNewSchool(comparison, entry.urn, old.creation.name)
    const wanted = before.ticked.get(entry.urn)
    if (wanted === undefined) ticked.delete(entry.urn)
    else ticked.set(entry.urn, wantedAgain(entry, old, wanted))
  }
  return {comparison, ticked}
}

function wantedAgain(entry: Entry, old: Entry, wanted: ReadonlySet<FactName>): ReadonlySet<FactName> {
  const wasOffered = new Set([...old.changes, ...old.kept].map(({name}) => name))
  const isWanted = (name: FactName) => wanted.has(name)
  return new Set([
    ...entry.changes.map(({name}) => name).filter((name) => isWanted(name) || !wasOffered.has(name)),
    ...entry.kept.flatMap(({name, mayTake}) => (mayTake && isWanted(name) ? [name] : [])),
  ])
}
