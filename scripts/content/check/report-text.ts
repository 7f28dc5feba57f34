import {dayInWords} from '#lib/dates.ts'
import {linkFails, linkOutcomes} from '#lib/link-checks.ts'
import type {CheckedLink} from '../links/check-links.ts'
import type {CheckedDocument, ContentReport, Finding, Kept} from './findings.ts'

const inWords = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

const keptInWords: Record<NonNullable<Kept>, string> = {
  'held back': 'Held back from visitors.',
  draft: 'In a draft, which visitors do not see.',
  private: 'In a private document, which visitors never see.',
}

/** The report for a terminal: grouped by document, worst first, with the totals at the end where they are still seen. */
export function reportInWords({documents, checked, counts}: ContentReport): string {
  const totals = [
    inWords(counts.error, 'error'),
    inWords(counts.warning, 'warning'),
    inWords(counts.info, 'hint'),
  ]
  const summary = `${inWords(checked, 'document')} checked: ${totals.join(', ')}.`
  return [...documents.map(documentInWords), summary].join('\n\n')
}

function documentInWords({typeTitle, title, id, state, findings}: CheckedDocument): string {
  const name = title.length > 80 ? `${title.slice(0, 79)}…` : title
  return [`${typeTitle} “${name}” (${state}, ${id})`, ...findings.map(findingInWords)].join('\n')
}

const names = {error: 'Error', warning: 'Warning', info: 'Hint'}

function findingInWords({level, message, field, path, keptFromVisitors}: Finding): string {
  const where = path === '' ? [] : [`Where: ${field}`, `       ${path}`]
  const seen = keptFromVisitors
    ? keptInWords[keptFromVisitors]
    : level === 'error'
      ? 'Visitors may meet it.'
      : null
  return [
    `  ${names[level]}: ${message}`,
    ...where.map((line) => `    ${line}`),
    ...(seen ? [`    ${seen}`] : []),
  ].join('\n')
}

/** What came of asking for addresses: those that fail, moved for good or refuse programs, with the documents that use them. */
export function linksInWords(links: CheckedLink[]): string {
  const failing = links.filter(({outcome}) => linkFails(outcome))
  const moved = links.filter(({outcome, permanent}) => outcome === 'redirects' && permanent)
  const refusing = links.filter(({outcome}) => outcome === 'refuses')
  const parts = [...failing, ...moved, ...refusing].map(linkInWords)
  const refused = refusing.length > 0 ? `, ${refusing.length} for people alone to try` : ''
  const summary = `${inWords(links.length, 'address', 'addresses')} asked for: ${failing.length} failing, ${moved.length} moved for good${refused}.`
  return [...parts, summary].join('\n\n')
}

function linkInWords({address, outcome, status, leadsTo, usedIn, failingSince}: CheckedLink): string {
  const title = linkOutcomes.find(({value}) => value === outcome)?.title
  const lines = [
    `  ${leadsTo ? `It has moved for good to ${leadsTo}: use that address.` : `${title}${status ? ` (the answer was ${status})` : ''}.`}`,
    ...(failingSince ? [`  Failing since ${dayInWords(failingSince)}.`] : []),
    `  Used in: ${usedIn.join(', ')}`,
  ]
  return [address, ...lines].join('\n')
}
