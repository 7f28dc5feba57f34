import {isMailAddress} from '#lib/mail/address.ts'
import {isHeaderSafe} from '#lib/mail/message.ts'
import {isObject} from './json.ts'
import type {Told} from './notices.ts'

/** What an administrator says to publish words without the agreement of the school. */
export type Override = {why: string; told: Told[]}

const longest = {why: 2_000, name: 120}

/**
 * Reads it. Somebody of the school is told in any case: everybody who was asked, or, where nobody was, whom the
 * form names.
 * @param value - as it was filled in: `{why, name, email}`
 * @param asked - who was asked about the document; empty when nobody was
 * @returns what was said, or one sentence for each thing that is wrong with it
 */
export function readOverride(
  value: unknown,
  asked: readonly Told[],
): {override: Override; problems: []} | {override: null; problems: string[]} {
  const sent = isObject(value) ? value : {}
  const [why, name, email] = [textOf(sent.why), textOf(sent.name), textOf(sent.email)]
  const problems: string[] = []
  if (asked.length === 0) {
    if (name.length > longest.name || !isHeaderSafe(name))
      problems.push(`Give the name in one line of ${longest.name} letters at most.`)
    if (email === '') problems.push('Give the e-mail address of the headteacher, who is told.')
    else if (!isMailAddress(email)) problems.push(`“${email.slice(0, 80)}” is no e-mail address.`)
  }
  if (why === '') problems.push('Write why this is published without the school’s agreement.')
  if (why.length > longest.why) problems.push(`Write why in ${longest.why} letters at most.`)
  const told =
    asked.length > 0 ? asked.map((each) => ({name: each.name, email: each.email})) : [{name, email}]
  return problems.length > 0 ? {override: null, problems} : {override: {why, told}, problems: []}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}
