/** @jest-environment jsdom */
import {render, screen, within} from '@testing-library/react'
import {Breadcrumbs} from './index.tsx'

test('every step but the last is a link, and the last is the page that is shown', () => {
  const trail = [
    {name: 'Home', address: '/'},
    {name: 'Joining', address: '/joining'},
    {name: 'Due diligence', address: '/joining/due-diligence'},
  ]
  render(<Breadcrumbs trail={trail} />)
  const navigation = within(screen.getByRole('navigation', {name: 'Breadcrumbs'}))
  const steps = navigation.getAllByRole('listitem')
  expect(steps.map(({textContent}) => textContent)).toEqual(['Home', 'Joining', 'Due diligence'])
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'page'])
  const links = navigation.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/', '/joining'])
})

test('a page at the top has none', () => {
  const {container} = render(<Breadcrumbs trail={[]} />)
  expect(container).toBeEmptyDOMElement()
})
