import {dayInWords} from '#lib/dates.ts'
import {phases, schoolStatuses} from '#lib/schools.ts'
import type {Difference} from './compare-facts.ts'
import type {EntryKind} from './entry.ts'
import {type FactName, type Facts, factNames, factTitles} from './facts.ts'

/** Headings of the list, in its order. */
export const kindTitles: {readonly [kind in EntryKind]: string} = {
  new: 'New',
  converted: 'Converted',
  changed: 'Changed',
  closed: 'Closed',
  left: 'Left the Trust',
  absent: 'Not in this file',
  confirmed: 'Same facts, newer date',
  unchanged: 'Nothing to do',
}

/** “1 new, 3 changed”. */
export function countsInWords(counts: {readonly [kind in EntryKind]?: number}): string {
  const words: {readonly [kind in EntryKind]: string} = {
    new: 'new',
    converted: 'converted',
    changed: 'changed',
    closed: 'closed',
    left: 'left',
    absent: 'not in the file and marked as left',
    confirmed: 'with the same facts',
    unchanged: 'with nothing to do',
  }
  let kind: EntryKind
  const parts: string[] = []
  for (kind in words) {
    const count = counts[kind] ?? 0
    if (count > 0) parts.push(`${count} ${words[kind]}`)
  }
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

/** The value of a fact as staff read it. */
export function factInWords(name: FactName, value: string | null): string {
  if (value === null) return 'nothing'
  const list = name === 'phase' ? phases : name === 'status' ? schoolStatuses : []
  if (name === 'joinedOn') return dayInWords(value) ?? value
  return list.find((entry) => entry.value === value)?.title ?? value
}

/** “Telephone: 01632 960101 → 01632 960199”. */
export function changeInWords({name, before, after}: Difference): string {
  return `${factTitles[name]}: ${factInWords(name, before)} → ${factInWords(name, after)}`
}

/** What staff wrote, and that it stays. */
export function keptInWords({name, before, after}: Difference): string {
  const kept =
    before === null
      ? 'kept empty, as staff left it'
      : `kept as staff wrote it, “${factInWords(name, before)}”`
  const says = after === null ? 'has nothing' : `says “${factInWords(name, after)}”`
  return `${factTitles[name]}: ${kept}; the register ${says}`
}

/** What visitors would read of a new school, in one line. */
export function factsInWords(facts: Facts): string {
  const told = factNames.flatMap((name) => {
    const value = facts[name]
    // The name and the number stand above, and nobody knows a place by its degrees.
    if (!value || ['name', 'urn', 'location'].includes(name)) return []
    return [name === 'ages' ? `ages ${value}` : factInWords(name, value)]
  })
  return told.join(' · ')
}
