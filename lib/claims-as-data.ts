import {stringify} from 'csv-stringify/sync'
import {frequencyInWords, type NaturalFrequency} from './natural-frequency.ts'

/** A claim as visitors see it on the list of claims; `statistic` is null when it is made in words. */
export type ListedClaim = {
  id: string
  statement: string
  statistic: {
    counted: string | null
    before: NaturalFrequency
    after: NaturalFrequency
    population: string
    ofThoseThat: string | null
    asAt: string
    /** `YYYY-MM-DD` */
    asAtDate: string | null
    source: {
      publisher: string
      title: string
      url: string
      /** `YYYY-MM-DD` */
      publishedOn: string | null
      archivedUrl: string | null
    }
    doesNotShow: string | null
  } | null
  /** Pages that make the claim; an address is a path of this site. */
  usedOn: readonly {title: string; address: string}[]
}

type Value = string | number | null | string[]

type Column = {
  name: string
  /** What it holds, for those who read the data. */
  meaning: string
  value: (claim: ListedClaim, siteUrl: string) => Value
}

const column = (name: string, meaning: string, value: Column['value']): Column => ({name, meaning, value})

function frequencyColumns(side: 'before' | 'after'): Column[] {
  return [
    column(side, `The frequency ${side}, with its qualifier, as visitors read it.`, ({statistic}) =>
      statistic === null ? null : frequencyInWords(statistic[side]),
    ),
    column(`${side}_count`, `How many ${side}.`, ({statistic}) => statistic?.[side].count ?? null),
    column(`${side}_out_of`, 'Out of how many.', ({statistic}) => statistic?.[side].outOf ?? null),
    column(
      `${side}_qualifier`,
      'How exact: exactly, almost, about or more than.',
      ({statistic}) => statistic?.[side].qualifier ?? null,
    ),
  ]
}

/** What the data of the claims hold, in their order. A name that is published stays: programs of others read it. */
export const claimColumns: readonly Column[] = [
  column('id', 'Names the claim; it stays the same when the words change.', ({id}) => id),
  column('kind', 'A statistic carries a number and its evidence; words carry neither.', ({statistic}) =>
    statistic === null ? 'words' : 'statistic',
  ),
  column('statement', 'The claim, word for word.', ({statement}) => statement),
  column('counted', 'What is counted.', ({statistic}) => statistic?.counted ?? null),
  ...frequencyColumns('before'),
  ...frequencyColumns('after'),
  column('population', 'Whom the numbers speak of.', ({statistic}) => statistic?.population ?? null),
  column(
    'of_those_that',
    'The part of the population that was counted, when it was not all of it.',
    ({statistic}) => statistic?.ofThoseThat ?? null,
  ),
  column('as_at', 'The date or period that the numbers speak of.', ({statistic}) => statistic?.asAt ?? null),
  column('as_at_date', 'The last day of it, year first.', ({statistic}) => statistic?.asAtDate ?? null),
  column(
    'source_publisher',
    'Who published the numbers.',
    ({statistic}) => statistic?.source.publisher ?? null,
  ),
  column('source_title', 'The title of the source.', ({statistic}) => statistic?.source.title ?? null),
  column('source_url', 'Its address.', ({statistic}) => statistic?.source.url ?? null),
  column(
    'source_published_on',
    'The day it was published, year first.',
    ({statistic}) => statistic?.source.publishedOn ?? null,
  ),
  column(
    'source_archived_url',
    'The address of an archived copy.',
    ({statistic}) => statistic?.source.archivedUrl ?? null,
  ),
  column(
    'does_not_show',
    'The limits of the numbers: what they do not show.',
    ({statistic}) => statistic?.doesNotShow ?? null,
  ),
  column(
    'used_on',
    'The addresses of the pages that make the claim: a list in JSON, separated by spaces in CSV.',
    ({usedOn}, siteUrl) => usedOn.map(({address}) => new URL(address, siteUrl).href),
  ),
]

/**
 * The claims as a JSON text: `{columns, claims}`, where `columns` says what each name of a claim holds. Every claim
 * has every name; what it does not have is null.
 */
export function claimsAsJson(claims: readonly ListedClaim[], siteUrl: string): string {
  const data = {
    columns: Object.fromEntries(claimColumns.map(({name, meaning}) => [name, meaning])),
    claims: claims.map((claim) =>
      Object.fromEntries(claimColumns.map(({name, value}) => [name, value(claim, siteUrl)])),
    ),
  }
  return `${JSON.stringify(data, null, 2)}\n`
}

/**
 * The claims as a CSV text after RFC 4180, one line each below the names of the columns. It begins with a byte order
 * mark, without which Excel takes UTF-8 for something else. What a spreadsheet would run as a formula stands behind
 * an apostrophe.
 */
export function claimsAsCsv(claims: readonly ListedClaim[], siteUrl: string): string {
  const rows = claims.map((claim) =>
    claimColumns.map((each) => {
      const value = each.value(claim, siteUrl)
      return Array.isArray(value) ? value.join(' ') : value
    }),
  )
  return stringify([claimColumns.map(({name}) => name), ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}
