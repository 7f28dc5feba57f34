import fc from 'fast-check'
import {
  csv,
  type RowOfRegister,
  registerColumns,
  registerCsv,
  registerFile,
  registerRow,
} from '../../__tests__/support/register-files.ts'
import {dayOfFile} from './file.ts'
import {RegisterProblem} from './problem.ts'
import {readRegister} from './read-register.ts'

const wanted = {trust: '7001', urns: new Set<string>()}
const rows = [
  {
    URN: '900101',
    EstablishmentName: "ELMBRIDGE PRIMARY, 'NORTH'",
    Street: 'Café “Löwe” Lane',
    Town: 'ELMBRIDGE',
    SchoolWebsite: 'www.elmbridge.example',
    TelephoneNum: '01632960150',
  },
  {URN: '900102', EstablishmentName: 'Larch School', Locality: 'Two\r\nlines', Town: 'Larchley'},
  {
    URN: '900103',
    EstablishmentName: 'Another’s School',
    'Trusts (code)': '7002',
    'Trusts (name)': 'Other Trust',
  },
]
const text = registerCsv(rows)

/** Bytes of windows-1252, for letters that it has. */
function windows1252(words: string): Uint8Array {
  const special: {[letter: string]: number} = {'“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96}
  return Uint8Array.from([...words].map((letter) => special[letter] ?? letter.charCodeAt(0)))
}

const read = (content: string | Uint8Array, options = {}) =>
  readRegister(registerFile(content, options), wanted)

async function problemOf(content: string | Uint8Array): Promise<string> {
  const error: unknown = await read(content).catch((thrown: unknown) => thrown)
  if (error instanceof RegisterProblem) return error.message
  throw new Error('It was read without a problem.')
}

test('the facts of a row are read by the names of its columns', async () => {
  const {schools, trusts, rows: count, isExtract} = await read(text)
  expect(schools.get('900101')).toEqual({
    urn: '900101',
    line: 2,
    trust: {uid: '7001', name: 'Valley Schools Trust'},
    status: 'open',
    closedOn: null,
    facts: {
      urn: '900101',
      name: "Elmbridge Primary, 'North’",
      phase: 'primary',
      ages: '4 to 11',
      religiousCharacter: null,
      street: 'Café “Löwe” Lane',
      locality: null,
      town: 'Elmbridge',
      county: 'Wrendale',
      postcode: null,
      location: expect.stringMatching(/^54\.3\d+, -2\.4\d+$/),
      website: 'https://www.elmbridge.example',
      telephone: '01632960150',
    },
    notes: [
      'The website “www.elmbridge.example” was mended: https://www.elmbridge.example.',
      'The register gives the address without a postcode.',
    ],
  })
  expect(schools.get('900102')?.facts.locality).toBe('Two lines')
  // Rows of other trusts are counted and forgotten.
  expect([...schools.keys()]).toEqual(['900101', '900102'])
  expect(trusts).toEqual([
    {uid: '7002', name: 'Other Trust', schools: 1},
    {uid: '7001', name: 'Valley Schools Trust', schools: 2},
  ])
  expect({count, isExtract}).toEqual({count: 3, isExtract: false})
})

test('a postcode that the register does not give is said with the address, and with nothing else', async () => {
  const notesOf = async (values: RowOfRegister) =>
    (await read(registerCsv([{URN: '900101', EstablishmentName: 'Elm School', ...values}]))).schools.get(
      '900101',
    )?.notes
  expect(await notesOf({Street: 'Elm Way', Postcode: 'Not recorded'})).toEqual([
    'The register gives the address without a postcode.',
  ])
  expect(await notesOf({Street: 'Elm Way', Postcode: 'ZW1 2AB'})).toEqual([])
  expect(await notesOf({Postcode: ''})).toEqual([])
})

test('neither a head nor a grade is read, though the file has both', async () => {
  expect(text).toContain('Nightingale')
  expect(text).toContain('Outstanding')
  const {schools, trusts} = await read(text)
  expect(JSON.stringify([[...schools], trusts])).not.toMatch(
    /Nightingale|Perpetua|Principal|Outstanding|2023/,
  )
})

test('what is read depends neither on the pieces nor on the columns’ order nor on how letters are written', async () => {
  const expected = await read(text)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({min: 1, max: 400}),
      fc.shuffledSubarray([...registerColumns], {minLength: registerColumns.length}),
      fc.constantFrom('utf-8', 'utf-8 with a mark', 'windows-1252'),
      fc.constantFrom('\r\n', '\n'),
      fc.array(fc.stringMatching(/^[a-z]{3,8}$/), {maxLength: 3}),
      async (pieceSize, columns, encoding, lineEnd, unknown) => {
        const extra = unknown.map((name) => `Unknown ${name}`)
        const written = csv([...extra, ...columns], rows.map(registerRow)).replaceAll(
          '"\r\n"',
          `"${lineEnd}"`,
        )
        const bytes =
          encoding === 'windows-1252'
            ? windows1252(written)
            : new TextEncoder().encode(encoding === 'utf-8' ? written : `\ufeff${written}`)
        const found = await read(bytes, {pieceSize})
        expect([...found.schools]).toEqual([...expected.schools])
        expect(found.trusts).toEqual(expected.trusts)
      },
    ),
    {numRuns: 40},
  )
})

test('needed columns that are missing are named, and others are not needed', async () => {
  const some = registerColumns.filter((name) => !['URN', 'Trusts (code)', 'TelephoneNum'].includes(name))
  expect(await problemOf(csv(some, rows))).toMatch(/the columns “URN”, “Trusts \(code\)” are missing/)
  const without = registerColumns.filter((name) => name !== 'TelephoneNum')
  const {schools, notes} = await read(csv(without, rows.map(registerRow)))
  expect(schools.get('900101')?.facts).not.toHaveProperty('telephone')
  expect(notes).toEqual(['This file has no column “TelephoneNum”: what it would say is left as it is.'])
})

test.each<[string, string | Uint8Array, RegExp]>([
  ['nothing', '', /^This file is empty/],
  ['a header alone', csv(registerColumns, []), /no rows below its header/],
  [
    'a zip archive',
    Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]),
    /^This is a zip archive: unpack it first/,
  ],
  ['a workbook', 'PK\u0003\u0004..[Content_Types].xml', /^This is an Excel workbook/],
  ['a compressed file', Uint8Array.from([0x1f, 0x8b, 8, 0]), /unpack it first/],
  ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, 0x55, 0, 0x52, 0]), /UTF-16/],
  ['UTF-16 without one', Uint8Array.from([0x55, 0, 0x52, 0, 0x4e, 0]), /UTF-16/],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1]), /no text file/],
  ['a web page', '<!DOCTYPE html><html>', /^This is a web page/],
  ['another table', 'a,b\n1,2\n', /“URN”.* are missing\. Choose the file whose name begins/],
  ['links', 'URN,LinkURN,LinkType\n1,2,Successor\n', /It is the file of links between schools/],
  ['groups', 'URN,Group UID,Joined date\n1,2,\n', /It is a file of groups/],
  ['semicolons', 'URN;EstablishmentName\n1;A\n', /not separated by commas/],
  ['quoted semicolons', '"URN";"EstablishmentName"\n"1";"A"\n', /The first line is no header with commas/],
])('%s is no file of the register, and the message says what to do', async (_name, content, message) => {
  expect(await problemOf(content)).toMatch(message)
})

describe('a damaged file is refused with the line', () => {
  test('a row that is shorter or longer', async () => {
    const [before = '', after = ''] = text.split('"900103"')
    const short = `${before.replace(/,"\d+"\r\n$/, '\r\n')}"900103"${after}`
    expect(await problemOf(short)).toBe(
      'Line 4 has 34 values, but the header has 35 columns: the file is damaged. Nothing can be read from it. Download it again.',
    )
    expect(await problemOf(text.replace('"900102"', '"900102","one more"'))).toMatch(/^Line 4 has 36 values/)
  })

  test('one that was cut in the middle, wherever', async () => {
    const lastRow = text.lastIndexOf('"900103"')
    // After the last comma a row is as whole as one whose last value is empty.
    const wholeRow = text.lastIndexOf(',') + 1
    const cut = fc.integer({min: lastRow + 1, max: text.length - 3}).filter((length) => length !== wholeRow)
    await fc.assert(
      fc.asyncProperty(cut, async (length) => {
        expect(await problemOf(text.slice(0, length))).toMatch(
          /seems to have been cut off|no header with commas/,
        )
      }),
      {numRuns: 50},
    )
  })

  test('a quotation mark where none belongs', async () => {
    expect(await problemOf(text.replace('"Larch School"', '"Larch" School"'))).toMatch(
      /^On line 3 .*quotation mark/,
    )
  })
})

test.each(['URN', 'Trusts (code)'] as const)('a file whose %s was rounded is refused', async (column) => {
  const spoilt = registerCsv([{URN: '900101', EstablishmentName: 'A', [column]: '2.00E+11'}])
  expect(await problemOf(spoilt)).toMatch(
    /^Line 2: “2\.00E\+11” in the column .* a spreadsheet has rounded it/,
  )
})

test('an identifier that was rounded beside them is said with its school, which is read all the same', async () => {
  const {schools} = await read(registerCsv([{URN: '900101', EstablishmentName: 'A', UPRN: '2.00E+11'}]))
  expect(schools.get('900101')?.notes).toEqual([expect.stringMatching(/^“2\.00E\+11” in the column “UPRN”/)])
})

test('rows without a proper number, of an unknown status, or of a number that was there are left out, and said', async () => {
  const {schools, notes} = await read(
    registerCsv([
      {URN: '12', EstablishmentName: 'A'},
      {URN: '900104', EstablishmentName: 'B', 'EstablishmentStatus (name)': 'Asleep'},
      {URN: '900105', EstablishmentName: 'C'},
      {URN: '900105', EstablishmentName: 'D'},
    ]),
  )
  expect([...schools.keys()]).toEqual(['900105'])
  expect(notes).toEqual([
    expect.stringMatching(/^Line 2: “12” is no URN/),
    'Line 3, URN 900104: the status “Asleep” is not known, so this school was left out.',
    expect.stringMatching(/^Line 5: the URN 900105 is on line 4 too/),
  ])
})

test('a foundation trust is no academy trust, and a trust of one school is', async () => {
  const {schools, trusts} = await read(
    registerCsv([
      {URN: '900101', EstablishmentName: 'A', 'TrustSchoolFlag (name)': 'Supported by a trust'},
      {
        URN: '900102',
        EstablishmentName: 'B',
        'TrustSchoolFlag (name)': 'Supported by a single-academy trust',
        'Trusts (code)': '7003',
      },
    ]),
  )
  expect(schools.size).toBe(0)
  expect(trusts.map(({uid}) => uid)).toEqual(['7003'])
})

test('schools of the site are read whichever trust they belong to by now', async () => {
  const {schools} = await readRegister(registerFile(text), {trust: '7001', urns: new Set(['900103'])})
  expect(schools.get('900103')?.trust?.uid).toBe('7002')
})

test('progress goes from nothing to all bytes', async () => {
  const seen: number[] = []
  const file = registerFile(text, {pieceSize: 100})
  await readRegister(file, wanted, (done, total) => seen.push(done / total))
  expect(seen.length).toBe(Math.ceil(file.size / 100))
  expect(seen).toEqual([...seen].sort((one, other) => one - other))
  expect(seen.at(-1)).toBe(1)
})

test.each([
  ['edubasealldata20261127.csv', '2026-11-27'],
  ['edubasealldata20261127 (1).csv', '2026-11-27'],
  ['edubasealldata20261399.csv', '2026-11-28'],
  ['schools.csv', '2026-11-28'],
  ['120261127.csv', '2026-11-28'],
])('the facts of %s are of %s', (name, day) => {
  expect(dayOfFile({name, savedOn: '2026-11-28'})).toBe(day)
})
