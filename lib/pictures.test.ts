import {
  altTextProblem,
  consentProblem,
  namedFileProblem,
  namedPupilProblem,
  pictureProblem,
  pictureProblems,
} from './pictures.ts'

const today = '2026-11-28'
const asset = {_ref: 'image-abc-10x10-png'}
const pupils = {asset, alt: 'Two pupils plant an oak', showsPupils: true, consentDate: '2026-09-01'}

describe('altTextProblem', () => {
  it.each([undefined, {}, {asset, alt: 'A school on a hill'}, {asset, decorative: true}])(
    'accepts %j',
    (picture) => {
      expect(altTextProblem(picture)).toBeNull()
    },
  )

  it.each([{asset}, {asset, alt: '  '}, {asset, decorative: false}])('refuses %j', (picture) => {
    expect(altTextProblem(picture)).toContain('decoration')
  })
})

describe('consentProblem', () => {
  it('asks for the date only of a picture of pupils', () => {
    expect(consentProblem({asset}, today)).toBeNull()
    expect(consentProblem({asset, consentDate: '2026-11-29'}, today)).toBeNull()
    expect(consentProblem({asset, showsPupils: true}, today)).toContain('needs the date of the consent')
  })

  it.each([
    ['2026-09-01', null],
    [today, null],
    ['2026-11-29', 'is in the future'],
  ])('on 28 November 2026 says of a consent of %s: %p', (consentDate, problem) => {
    const found = consentProblem({asset, showsPupils: true, consentDate}, today)
    if (problem === null) expect(found).toBeNull()
    else expect(found).toContain(problem)
  })
})

describe('a child’s name', () => {
  it('is refused in the words and the file name of a picture of pupils', () => {
    expect(namedPupilProblem(pupils, 'Joshua and Mia plant an oak')).toMatch(
      /^“Joshua” looks like a child’s name/,
    )
    expect(namedFileProblem({...pupils, fileName: 'amy-smith.jpg'})).toMatch(
      /^The file is called “amy-smith.jpg”, and “Amy” looks like a child’s name/,
    )
  })

  it('is another matter in a picture without pupils', () => {
    expect(namedPupilProblem({asset}, 'The Joshua tree')).toBeNull()
    expect(namedFileProblem({asset, fileName: 'joshua-tree.jpg'})).toBeNull()
    expect(namedPupilProblem(undefined, 'Joshua')).toBeNull()
  })
})

describe('pictureProblem', () => {
  it.each([
    pupils,
    {...pupils, caption: 'Year 4 in the wood', fileName: 'IMG_1234.jpg'},
    {asset, decorative: true, alt: 'Amy, Year 4'},
    {...pupils, decorative: true, alt: 'Amy, Year 4'},
  ])('accepts %j', (picture) => {
    expect(pictureProblem(picture, today)).toBeNull()
  })

  it.each([
    [{...pupils, alt: ''}, 'Say what the picture shows'],
    [{...pupils, consentDate: undefined}, 'consent'],
    [{...pupils, alt: 'Amy, Year 4'}, '“Amy”'],
    [{...pupils, caption: 'Ibrahim at the piano'}, '“Ibrahim”'],
    [{...pupils, decorative: true, caption: 'Ibrahim at the piano'}, '“Ibrahim”'],
    [{...pupils, fileName: 'ibrahim.jpg'}, 'The file is called'],
    [{...pupils, fileName: 'amelia-sports-day.jpg'}, '“Amelia”'],
    [{...pupils, caption: 'SAOIRSE wins, with Tom'}, '“SAOIRSE”'],
    [{...pupils, consentDate: '2026-11-29'}, 'future'],
  ])('refuses %j', (picture, problem) => {
    expect(pictureProblem(picture, today)).toContain(problem)
  })
})

test('pictureProblems says everything, each at its field', () => {
  const picture = {...pupils, alt: 'Amy, Year 4', caption: 'Amy', consentDate: undefined, fileName: 'amy.jpg'}
  expect(pictureProblems(picture, today).map(({field}) => field)).toEqual([
    'consentDate',
    'alt',
    'caption',
    'showsPupils',
  ])
  expect(pictureProblems(pupils, today)).toEqual([])
})
