import {
  isRounded,
  readAges,
  readCompanyNumber,
  readDay,
  readLocation,
  readPostcode,
  readTelephone,
  readWebsite,
  readWords,
} from './cells.ts'

test.each([
  '',
  ' ',
  '-',
  '..',
  '999',
  'Not applicable',
  'Not recorded',
  'not RECORDED ',
  'Does not apply',
  'None',
  'N/A',
])('“%s” means that there is none', (placeholder) => {
  expect(readWords(placeholder)).toEqual({value: null, note: null})
  expect(readDay(placeholder).value).toBeNull()
  expect(readTelephone(placeholder).value).toBeNull()
  expect(readWebsite(placeholder).value).toBeNull()
  expect(readPostcode(placeholder).value).toBeNull()
  expect(readAges(placeholder, '11').value).toBeNull()
  expect(readLocation('372000', placeholder).value).toBeNull()
})

test('a column that a file does not have says nothing, not even that there is none', () => {
  for (const read of [readWords, readDay, readTelephone, readWebsite, readPostcode, readCompanyNumber])
    expect(read(undefined)).toEqual({value: undefined, note: null})
  expect(readAges('4', undefined).value).toBeUndefined()
  expect(readLocation(undefined, '1').value).toBeUndefined()
})

test('words lose the spaces that do not belong to them', () => {
  expect(readWords('  Church \u00a0 Bank ').value).toBe('Church Bank')
})

test.each([
  ['31-08-2026', '2026-08-31'],
  ['31/08/2026', '2026-08-31'],
  ['1/9/2015', '2015-09-01'],
  ['29-02-2024', '2024-02-29'],
])('the day %s is %s', (cell, day) => {
  expect(readDay(cell)).toEqual({value: day, note: null})
})

test.each(['29-02-2023', '31-04-2026', '13-13-2026', '08-31-2026', '2026-08-31', '1-1-26', '45000', 'soon'])(
  '%s is no day, and it is said',
  (cell) => {
    expect(readDay(cell)).toEqual({value: undefined, note: expect.stringContaining(`“${cell}” is no day`)})
  },
)

test.each([
  ['01632960101', '01632960101', null],
  ['01632 960101', '01632 960101', null],
  ['(01632) 960101', '(01632) 960101', null],
  ['+44 1632 960101', '+44 1632 960101', null],
  ['1632960101', '01632960101', /zero .* was lost, and was put back: 01632960101/],
  ['1632 960101', '01632 960101', /put back/],
  ['169772345', '0169772345', /put back/],
])('the telephone number %s is %s', (cell, value, note) => {
  expect(readTelephone(cell)).toEqual({value, note: note === null ? null : expect.stringMatching(note)})
})

test.each(['2.00E+11', '1.63296E+9', '1,63E+09', '1.6e10'])(
  '%s was rounded, which is refused in words',
  (cell) => {
    expect(isRounded(cell)).toBe(true)
    for (const read of [readTelephone, readCompanyNumber]) {
      const {value, note} = read(cell)
      expect(value).toBeUndefined()
      expect(note).toContain(`“${cell}”`)
      expect(note).toContain('a spreadsheet has rounded it. Download the file again')
    }
  },
)

test.each(['100000', '01632960101', '2E', 'E+11', '10099900001', '1e', undefined])(
  '%s was not rounded',
  (cell) => {
    expect(isRounded(cell)).toBe(false)
  },
)

test.each(['01632', '01632 960101 / 960102', 'ask the office'])('%s is no telephone number', (cell) => {
  expect(readTelephone(cell)).toEqual({value: undefined, note: expect.stringContaining(`“${cell}”`)})
})

test.each([
  ['09999001', '09999001', null],
  ['9999001', '09999001', /put back: 09999001/],
  ['sc999001', 'SC999001', null],
])('the company number %s is %s', (cell, value, note) => {
  expect(readCompanyNumber(cell)).toEqual({value, note: note === null ? null : expect.stringMatching(note)})
})

test.each(['12', '123456789', 'TR00261'])('%s is no company number', (cell) => {
  expect(readCompanyNumber(cell)).toEqual({value: undefined, note: expect.stringContaining(`“${cell}”`)})
})

test.each([
  ['ZW1 2AB', 'ZW1 2AB'],
  ['zw12ab', 'ZW1 2AB'],
  ['ZW10  2AB', 'ZW10 2AB'],
])('the postcode %s is %s', (cell, value) => {
  expect(readPostcode(cell)).toEqual({value, note: null})
})

test('what is no postcode is left out, and it is said', () => {
  expect(readPostcode('ZW1')).toEqual({value: undefined, note: '“ZW1” is no postcode, so it was left out.'})
})

test.each([
  ['www.elm.example', 'https://www.elm.example'],
  ['elm.example', 'https://elm.example'],
  ['https://elm.example/', 'https://elm.example'],
  ['http://elm.example', 'https://elm.example'],
  ['http;//www.elm.example', 'https://www.elm.example'],
  ['http//elm.example', 'https://elm.example'],
  ['http:elm.example', 'https://elm.example'],
  ['https:// elm.example', 'https://elm.example'],
  ['htp://elm.example', 'https://elm.example'],
  ['http://http://elm.example', 'https://elm.example'],
  ['http:\\\\elm.example\\about', 'https://elm.example/about'],
  ['www. elm .example', 'https://www.elm.example'],
  ['WWW.ELM.EXAMPLE/Home', 'https://www.elm.example/Home'],
  ['www.elm.example.', 'https://www.elm.example'],
  ['www.elm.example www.elm-infants.example', 'https://www.elm.example'],
])('the website %s is %s', (cell, value) => {
  expect(readWebsite(cell).value).toBe(value)
})

test.each([
  ['https://elm.example', null],
  ['https://elm.example/', null],
  ['http;//www.elm.example', 'The website “http;//www.elm.example” was mended: https://www.elm.example.'],
  ['www.elm.example', 'The website “www.elm.example” was mended: https://www.elm.example.'],
  [
    'http://elm.example/',
    'The register gives the website without https, which was put in: try whether https://elm.example works.',
  ],
])('of the website %s it is said what was mended', (cell, note) => {
  expect(readWebsite(cell).note).toBe(note)
})

test.each(['office@elm.example', 'mailto:office@elm.example', 'office @elm.example'])(
  'the e-mail address %s is no website, and none is made of it',
  (cell) => {
    expect(readWebsite(cell)).toEqual({
      value: undefined,
      note: expect.stringContaining('is an e-mail address'),
    })
  },
)

test.each(['under construction', 'http://', 'elm', 'http://localhost/', 'javascript:alert(1)'])(
  '%s is no web address',
  (cell) => {
    expect(readWebsite(cell)).toEqual({value: undefined, note: expect.stringContaining('is no web address')})
  },
)

test.each([
  ['4', '11', {from: 4, to: 11}],
  ['0', '19', {from: 0, to: 19}],
])('ages of %s to %s', (low, high, value) => {
  expect(readAges(low, high)).toEqual({value, note: null})
})

test.each([
  ['11', '4'],
  ['4', 'eleven'],
  ['4.5', '11'],
  ['4', '99'],
])('ages of %s to %s are left out, and it is said', (low, high) => {
  expect(readAges(low, high)).toEqual({value: undefined, note: expect.stringContaining('no range of ages')})
})

test('places of the National Grid are within 0.0001 degrees, and what is outside Great Britain is left out', () => {
  const {value} = readLocation('533498', '181201')
  expect(Math.abs((value?.lat ?? 0) - 51.513969)).toBeLessThan(0.0001)
  expect(Math.abs((value?.lng ?? 0) - -0.077516)).toBeLessThan(0.0001)
  expect(readLocation('0', '0').value).toBeNull()
  expect(readLocation('181201', '5334980').note).toContain('is no place in Great Britain')
  expect(readLocation('east', '181201').note).toContain('is no place in Great Britain')
})
