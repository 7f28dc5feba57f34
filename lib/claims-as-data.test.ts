import fc from 'fast-check'
import {claimColumns, claimsAsCsv, claimsAsJson, type ListedClaim} from './claims-as-data.ts'

const siteUrl = 'https://trust.example'
const inWords: ListedClaim = {
  id: 'claim-a',
  statement: 'Teachers learn together',
  statistic: null,
  usedOn: [
    {title: 'Home', address: '/'},
    {title: 'Due diligence', address: '/joining/due-diligence'},
  ],
}
const withNumbers: ListedClaim = {
  id: 'claim-b',
  statement: 'Schools improve',
  statistic: {
    counted: 'judged good',
    before: {count: 1, outOf: 10, qualifier: 'exactly'},
    after: {count: 7, outOf: 10, qualifier: 'almost'},
    population: 'sponsored academies in England',
    ofThoseThat: 'had been inspected',
    asAt: 'end of 2017',
    asAtDate: '2017-12-31',
    source: {
      publisher: 'Department for Education',
      title: 'Statement',
      url: 'https://www.gov.uk/statement',
      publishedOn: '2019-01-23',
      archivedUrl: null,
    },
    doesNotShow: 'That joining a trust was the cause.',
  },
  usedOn: [],
}

/** Reads CSV as RFC 4180 says: lines end with CRLF, and a quoted field may hold commas, quotes and line breaks. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let match = field.exec(text); match !== null; match = field.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

const names = claimColumns.map(({name}) => name)
const readClaims = (csv: string) => {
  const [head, ...rows] = readCsv(csv.slice(1))
  return {
    head,
    claims: rows.map((row) => Object.fromEntries(row.map((value, position) => [head?.[position], value]))),
  }
}

describe('claimsAsCsv', () => {
  it('has a line for each claim below the names of the columns', () => {
    const {head, claims} = readClaims(claimsAsCsv([inWords, withNumbers], siteUrl))
    expect(head).toEqual(names)
    expect(claims).toEqual([
      expect.objectContaining({
        id: 'claim-a',
        kind: 'words',
        population: '',
        used_on: 'https://trust.example/ https://trust.example/joining/due-diligence',
      }),
      expect.objectContaining({
        kind: 'statistic',
        after: 'almost 7 in 10',
        after_count: '7',
        after_out_of: '10',
        after_qualifier: 'almost',
        of_those_that: 'had been inspected',
        source_published_on: '2019-01-23',
        source_archived_url: '',
      }),
    ])
  })

  it('begins with the mark by which Excel knows UTF-8', () => {
    expect([...Buffer.from(claimsAsCsv([], siteUrl)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('reads back as it was written, whatever staff typed', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1}), (words) => {
        const statement = `Said: ${words}`
        const {claims} = readClaims(claimsAsCsv([{...inWords, statement}, inWords], siteUrl))
        expect(claims.map((claim) => claim.statement)).toEqual([statement, inWords.statement])
      }),
    )
    const awkward = 'One, "two"\r\nthree\nfour – ‘five’; ŵ'
    expect(readClaims(claimsAsCsv([{...inWords, statement: awkward}], siteUrl)).claims[0]?.statement).toBe(
      awkward,
    )
  })

  it.each(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])(
    'lets no spreadsheet run what begins with %j',
    (first) => {
      const statement = `${first}HYPERLINK("https://evil.example","here")`
      const {claims} = readClaims(claimsAsCsv([{...inWords, statement}], siteUrl))
      expect(claims[0]?.statement).toBe(`'${statement}`)
    },
  )
})

describe('claimsAsJson', () => {
  it('gives every claim every name, and says what each holds', () => {
    const data = JSON.parse(claimsAsJson([inWords, withNumbers], siteUrl))
    expect(Object.keys(data)).toEqual(['columns', 'claims'])
    expect(Object.keys(data.columns)).toEqual(names)
    expect(data.claims.map((claim: object) => Object.keys(claim))).toEqual([names, names])
    expect(data.claims[0]).toMatchObject({
      kind: 'words',
      before: null,
      source_url: null,
      used_on: ['https://trust.example/', 'https://trust.example/joining/due-diligence'],
    })
    expect(data.claims[1]).toMatchObject({before_count: 1, after: 'almost 7 in 10', used_on: []})
  })
})

it('keeps its names, by which programs of others read it', () => {
  expect(names).toEqual([
    'id',
    'kind',
    'statement',
    'counted',
    'before',
    'before_count',
    'before_out_of',
    'before_qualifier',
    'after',
    'after_count',
    'after_out_of',
    'after_qualifier',
    'population',
    'of_those_that',
    'as_at',
    'as_at_date',
    'source_publisher',
    'source_title',
    'source_url',
    'source_published_on',
    'source_archived_url',
    'does_not_show',
    'used_on',
  ])
})
