import {dayInWords} from '#lib/dates.ts'
import type {Comparison} from '#lib/register/compare.ts'
import type {Entry} from '#lib/register/entry.ts'
import {changeInWords, keptInWords, kindTitles} from '#lib/register/summary.ts'
import type {Ticked} from '#lib/register/ticked.ts'
import type {PreparedImport} from '#sanity/register/prepare-import.ts'

/** What would change, as text for a terminal. */
export function asText({trust, takenOn, comparison, trustNotes}: PreparedImport, ticked: Ticked): string {
  const head = `${trust.name} (Group UID ${trust.uid}), facts of ${dayInWords(takenOn)}`
  return [
    head,
    ...warnings(comparison),
    ...trustNotes,
    ...comparison.notes,
    ...groups(comparison, ticked),
  ].join('\n')
}

function warnings({otherTrust}: Comparison): string[] {
  return otherTrust === null ? [] : ['', `Warning: ${otherTrust}`, 'So nothing is ticked.']
}

function groups({entries}: Comparison, ticked: Ticked): string[] {
  return Object.entries(kindTitles).flatMap(([kind, title]) => {
    const some = entries.filter((entry) => entry.kind === kind)
    if (some.length === 0) return []
    return ['', `${title} (${some.length})`, ...some.flatMap((entry) => lines(entry, ticked))]
  })
}

function lines(entry: Entry, ticked: Ticked): string[] {
  const mark = entry.kind === 'unchanged' ? '   ' : ticked.has(entry.urn) ? '[x]' : '[ ]'
  const address = entry.creation ? ` → /schools/${entry.creation.slug}` : ''
  return [
    `  ${mark} ${entry.urn}  ${entry.name}${address}`,
    ...[
      ...entry.reasons,
      ...entry.changes.map(changeInWords),
      ...entry.kept.map(keptInWords),
      ...entry.notes,
    ].map((line) => `        ${line}`),
  ]
}

/** The same for programs. */
export function asJson({trust, takenOn, comparison, trustNotes}: PreparedImport, ticked: Ticked) {
  return {
    trust: {uid: trust.uid, name: trust.name},
    takenOn,
    warnings: comparison.otherTrust === null ? [] : [comparison.otherTrust],
    notes: [...trustNotes, ...comparison.notes],
    schools: comparison.entries.map(({urn, kind, name, reasons, notes, changes, kept, creation}) => ({
      urn,
      kind,
      name,
      ticked: ticked.has(urn),
      ...(creation ? {address: `/schools/${creation.slug}`} : {}),
      changes,
      kept,
      reasons,
      notes,
    })),
  }
}
