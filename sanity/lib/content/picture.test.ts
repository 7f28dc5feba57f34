import type {Reading} from '../parse.ts'
import type {PictureAnswer} from './answers.ts'
import {parsePicture} from './picture.ts'

const asset = {
  _id: 'image-abc-640x480-jpg',
  originalFilename: 'IMG_1234.jpg',
  lqip: null,
  width: 640,
  height: 480,
}
const picture: PictureAnswer = {
  alt: 'Two pupils plant an oak',
  caption: 'Year 4 in the wood',
  showsPupils: true,
  consentDate: '2026-09-01',
  asset,
}

/** Reads it, with what is reported. */
function read(value: PictureAnswer, preview: boolean) {
  const report = jest.fn<void, Parameters<Reading['report']>>()
  const parsed = parsePicture(value, 'the picture', {preview, readOn: '2026-11-28', gate: () => null, report})
  return {parsed, reported: report.mock.calls.map(([problem]) => problem)}
}

it('shows a picture of pupils without their names', () => {
  const {parsed, reported} = read(picture, false)
  expect(parsed).toMatchObject({
    alt: 'Two pupils plant an oak',
    caption: 'Year 4 in the wood',
    heldBack: null,
  })
  expect(reported).toEqual([])
  // What the file was called is read for the rule alone.
  expect(JSON.stringify(parsed)).not.toContain('IMG_1234')
})

it.each<[string, PictureAnswer]>([
  ['“Joshua” looks like a child’s name', {...picture, alt: 'Joshua and Mia plant an oak'}],
  ['“Zainab” looks like a child’s name', {...picture, caption: 'Zainab, Year 4'}],
  ['The file is called “amy-smith.jpg”', {...picture, asset: {...asset, originalFilename: 'amy-smith.jpg'}}],
  ['A picture of pupils needs the date of the consent.', {...picture, consentDate: null}],
  ['Say what the picture shows', {...picture, alt: ' '}],
])('holds back from visitors, and shows in preview with the reason: %s', (problem, value) => {
  const {parsed, reported} = read(value, false)
  expect(parsed).toBeNull()
  expect(reported).toEqual([expect.stringContaining(`the picture is held back: ${problem}`)])
  expect(read(value, true).parsed?.heldBack).toContain(problem)
})
