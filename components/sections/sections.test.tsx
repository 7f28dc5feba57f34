/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import type {Section} from './content.ts'
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
