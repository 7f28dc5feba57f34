import {csv, registerCsv, registerFile} from '../../__tests__/support/register-files.ts'
import {presentUrn, readCompanion} from './companion-files.ts'
import {RegisterProblem} from './problem.ts'

const linkColumns = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate']
const groupColumns = ['URN', 'Group UID', 'Group ID', 'Group Name', 'Companies House Number', 'Joined date']

async function linksOf(rows: [urn: string, linked: string, type: string][]) {
  const table = rows.map(([URN, LinkURN, LinkType]) => ({URN, LinkURN, LinkType}))
  const {links} = await readCompanion(registerFile(csv(linkColumns, table)))
  if (!links) throw new Error('These are no links.')
  return links
}

test('a school is followed through its conversions, whichever side of a link tells', async () => {
  const links = await linksOf([
    ['900201', '900101', 'Predecessor'],
    ['900201', '900301', 'Successor'],
    ['900301', '900201', 'Predecessor'],
  ])
  expect(presentUrn(links, '900101')).toBe('900301')
  expect(presentUrn(links, '900201')).toBe('900301')
  expect(presentUrn(links, '900301')).toBe('900301')
  expect(presentUrn(links, '900999')).toBe('900999')
})

test.each<[string, [string, string, string][]]>([
  [
    'two schools that became one',
    [
      ['900301', '900101', 'Predecessor'],
      ['900301', '900102', 'Predecessor'],
    ],
  ],
  ['a merger', [['900301', '900101', 'Predecessor - amalgamated']]],
  ['a split', [['900101', '900301', 'Successor - split school']]],
  [
    'two that followed one',
    [
      ['900101', '900301', 'Successor'],
      ['900101', '900302', 'Successor'],
    ],
  ],
  ['a sixth form', [['900101', '900301', 'Sixth Form Centre School']]],
  [
    'a circle',
    [
      ['900101', '900301', 'Successor'],
      ['900301', '900101', 'Successor'],
    ],
  ],
  ['itself', [['900101', '900101', 'Successor']]],
])('%s is not one school with a new number', async (_name, rows) => {
  expect(presentUrn(await linksOf(rows), '900101')).toBe('900101')
})

test('the days on which schools joined are read for each trust, and a lost zero of its company number is put back', async () => {
  const rows = [
    {URN: '900101', 'Group UID': '7001', 'Companies House Number': '9999001', 'Joined date': '01/12/2010'},
    {URN: '900102', 'Group UID': '7001', 'Companies House Number': '9999001', 'Joined date': '31-08-2015'},
    {URN: '900103', 'Group UID': '7001', 'Companies House Number': '9999001', 'Joined date': ''},
    {URN: '900101', 'Group UID': '7002', 'Companies House Number': '09999002', 'Joined date': '12/01/2010'},
  ]
  const {groups} = await readCompanion(registerFile(csv(groupColumns, rows)))
  const trust = groups?.get('7001')
  expect([...(trust?.joinedOn ?? [])]).toEqual([
    ['900101', '2010-12-01'],
    ['900102', '2015-08-31'],
  ])
  expect(trust?.companyNumber).toBe('09999001')
  expect(trust?.notes).toEqual([expect.stringContaining('was put back: 09999001')])
  expect(groups?.get('7002')).toMatchObject({companyNumber: '09999002', notes: []})
})

test('another file is refused by what it lacks, and a rounded number with its line', async () => {
  const refused = async (content: string) => {
    const error: unknown = await readCompanion(registerFile(content)).catch((thrown: unknown) => thrown)
    return error instanceof RegisterProblem ? error.message : 'It was read.'
  }
  expect(await refused(registerCsv([{URN: '900101'}]))).toMatch(
    /is neither the file of links between schools/,
  )
  expect(await refused(csv(linkColumns, [{URN: '9.0E+5', LinkURN: '1', LinkType: 'Successor'}]))).toMatch(
    /^Line 2: “9\.0E\+5” in the column “URN”/,
  )
})
