import {type FactName, type Facts, factNames, saysTheSame} from './facts.ts'
import {factIn, rememberedFacts, type SchoolContent} from './school-document.ts'

/** A fact that the register gives otherwise than a document has it. Null for nothing. */
export type Difference = {name: FactName; before: string | null; after: string | null}

/** A fact that staff wrote. */
export type Kept = Difference & {
  /** Whether it was never imported, so that staff may tick it to take the register’s. One edited since never is. */
  mayTake: boolean
}

/** What an import would do with the facts of one document. */
export type ComparedFacts = {
  /** To be written, once staff agree. */
  changes: Difference[]
  /** Written by staff, so that it stays. */
  kept: Kept[]
  /** What the register says of facts that need no change, to be remembered. */
  settled: Facts
}

/**
 * Compares a document with the register, in which it was found by a number. A fact whose value is not what was imported last was edited by staff. What
 * was never imported is taken to be theirs, too, unless it is empty.
 * @param says - what the register says; facts that it does not speak of are passed over
 */
export function compareFacts(content: SchoolContent, says: Facts, foundBy: string): ComparedFacts {
  const remembered = rememberedFacts(content)
  const compared: ComparedFacts = {changes: [], kept: [], settled: {}}
  for (const name of factNames) {
    const after = says[name]
    if (after === undefined) continue
    const before = factIn(content, name)
    if (saysTheSame(name, before, after)) compared.settled[name] = after
    else if (mayBeWritten(name, {before, after, remembered: remembered[name], foundBy})) {
      compared.changes.push({name, before, after})
    } else if (remembered[name] !== undefined) {
      compared.kept.push({name, before, after, mayTake: false})
      compared.settled[name] = after
    } else if (after !== null) compared.kept.push({name, before, after, mayTake: true})
  }
  return compared
}

type Values = {
  before: string | null
  after: string | null
  remembered: string | null | undefined
  foundBy: string
}

function mayBeWritten(name: FactName, {before, after, remembered, foundBy}: Values): boolean {
  // Of the same school after a conversion. Another number in a draft is what staff are about to correct.
  if (name === 'urn' && before === foundBy) return true
  if (remembered !== undefined) return saysTheSame(name, before, remembered)
  if (name === 'status') return isExpected(before, after)
  return before === null
}

/** Steps that staff wait for the register to confirm. That a school has left, only staff take back. */
function isExpected(before: string | null, after: string | null): boolean {
  return before === null || (before === 'joining' && after === 'in-trust') || after === 'left'
}
