/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import {parseSections, type Section} from './content.ts'
import {Sections} from './index.tsx'

const picture = (key: string): Section => ({
  key,
  label: `pictureSection ${key}`,
  heading: null,
  heldBack: null,
  type: 'pictureSection',
  picture: {
    assetId: 'image-0123456789abcdef0123456789abcdef01234567-1200x800-webp',
    width: 1200,
    height: 800,
    alt: key,
    caption: null,
    lqip: null,
    hotspot: null,
    crop: null,
    heldBack: null,
  },
})

beforeAll(() => {
  process.env.LAKE_URL = 'http://localhost:1'
  process.env.SANITY_API_READ_TOKEN = 'not used'
})

test('pictures near the top are fetched at once, those further down when a reader comes near', () => {
  render(<Sections sections={['first', 'second', 'third'].map(picture)} />)
  const waits = screen
    .getAllByRole('img')
    .map((image) => [image.getAttribute('loading'), image.getAttribute('fetchpriority')])
  expect(waits).toEqual([
    ['eager', 'high'],
    ['eager', 'high'],
    ['lazy', null],
  ])
})

/** As an import or another version of the Studio could leave it: nothing that the schema allows. */
const broken = JSON.parse(`[
  {"_key": "a", "_type": "mysterySection"},
  {"_key": "b", "_type": "callToActionSection", "target": {"linkType": "external", "href": "https://a.example/"}},
  {"_key": "c", "_type": "pictureSection", "picture": null}
]`)

test('a section that cannot be shown is left out for visitors, and says so where it stands in preview', () => {
  const report = jest.fn()
  const reading = {preview: false, readOn: '2026-11-23', gate: () => null, report}
  const read = (preview: boolean) => parseSections(broken, 'page a', {...reading, preview})
  expect(read(false)).toEqual([])
  expect(report).toHaveBeenCalledWith(
    'page a, mysterySection a, was left out: nothing shows a “mysterySection”',
  )

  render(<Sections sections={read(true)} />)
  expect(screen.getAllByText('Visitors do not see this.')).toHaveLength(3)
  expect(screen.getByText(/cannot be shown: nothing shows a “mysterySection”/)).toBeVisible()
  expect(screen.getByText(/cannot be shown: the wording of the link is missing/)).toBeVisible()
})
