/** @jest-environment jsdom */
import {render, screen, within} from '@testing-library/react'
import {frame, valley} from '#components/gallery/content.ts'
import type {Picture} from '#sanity/lib/content/picture.ts'
import {PictureSection} from './index.tsx'

// Addresses of pictures follow from the configuration.
process.env.SANITY_API_READ_TOKEN = 'a token'

const show = (given: Partial<Picture> = {}) => {
  const picture = {...valley, ...given}
  return render(
    <PictureSection
      section={{...frame('picture', {heldBack: picture.heldBack}), type: 'pictureSection', picture}}
    />,
  )
}

test('a picture has its alternative text, its size, several widths and its caption', () => {
  show()
  const figure = within(screen.getByRole('figure'))
  const image = figure.getByRole('img', {name: 'A green valley with schools on its slopes, drawn'})
  expect(image).toHaveAttribute('width', '1800')
  expect(image).toHaveAttribute('height', '1200')
  expect(image.getAttribute('srcset')?.split(', ')).toHaveLength(6)
  expect(figure.getByText('The valley, with a path between the schools.')).toBeVisible()
})

test('without a caption there is no empty place for one', () => {
  const {container} = show({caption: null})
  expect(container.querySelector('figcaption')).toBeNull()
})

test('its colours stand in until it has arrived, and nobody is told of them', () => {
  show({lqip: 'data:image/png;base64,AAAA'})
  expect(screen.getByRole('presentation')).toHaveAttribute('src', 'data:image/png;base64,AAAA')
  expect(screen.getAllByRole('img')).toHaveLength(1)
})

test('in preview one that is held back says why', () => {
  show({heldBack: 'The picture has no alternative text.'})
  expect(screen.getByText('The picture has no alternative text.')).toBeVisible()
})
