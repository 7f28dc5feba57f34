/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import {frame} from '#components/gallery/content.ts'
import {CallToActionSection} from './index.tsx'
import type {CallToActionSectionContent} from './projection.ts'

const section: CallToActionSectionContent = {
  ...frame('call', {heading: 'The next step'}),
  type: 'callToActionSection',
  text: 'Ask us anything.',
  label: 'Write to us',
  address: '/contact',
}

test('one link, below a heading that says why', () => {
  render(<CallToActionSection section={section} />)
  expect(screen.getByRole('heading', {level: 2, name: 'The next step'})).toBeVisible()
  expect(screen.getByText('Ask us anything.')).toBeVisible()
  expect(screen.getByRole('link', {name: 'Write to us'})).toHaveAttribute('href', '/contact')
})

test('without heading and text the link stands alone', () => {
  const {container} = render(<CallToActionSection section={{...section, heading: null, text: null}} />)
  expect(container).toHaveTextContent(/^Write to us$/)
  expect(screen.queryByRole('heading')).toBeNull()
})

test('in preview a link that leads nowhere keeps its words and says why', () => {
  render(
    <CallToActionSection section={{...section, address: null, heldBack: 'The link has no address yet.'}} />,
  )
  expect(screen.getByText('The link has no address yet.')).toBeVisible()
  expect(screen.getByText('Write to us')).toBeVisible()
  expect(screen.queryByRole('link')).toBeNull()
})
