/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import {frame, paragraphs, settings} from '#components/gallery/content.ts'
import type {ContactDetails} from '#sanity/lib/content/contact-details.ts'
import {ContactSection} from './index.tsx'

const show = (given: Partial<ContactDetails> = {}) =>
  render(
    <ContactSection
      section={{
        ...frame('contact', {heading: 'Ask us first'}),
        type: 'contactSection',
        introduction: paragraphs('A conversation binds nobody.'),
        details: {...settings.contact, ...given},
      }}
    />,
  )

test('the Trust can be called and written to', () => {
  show()
  expect(screen.getByRole('heading', {level: 2, name: 'Ask us first'})).toBeVisible()
  expect(screen.getByText('A conversation binds nobody.')).toBeVisible()
  expect(screen.getByText(/1 Hazel Lane/)).toBeVisible()
  expect(screen.getByRole('link', {name: '01632 960001'})).toHaveAttribute('href', 'tel:01632960001')
  expect(screen.getByRole('link', {name: 'hello@hazelbeck.example'})).toHaveAttribute(
    'href',
    'mailto:hello@hazelbeck.example',
  )
})

test('what is not known has no label', () => {
  show({postalAddress: null, telephone: null, email: null})
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.queryByText(/Telephone|E-mail/)).toBeNull()
})
