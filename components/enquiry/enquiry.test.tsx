/** @jest-environment jsdom */
import {act, fireEvent, render, screen, within} from '@testing-library/react'
import {blankValues, type EnquiryFailure, type EnquiryState} from '#lib/enquiry/fields.ts'
import {parseSchool} from '#sanity/lib/content/school.ts'
import {TalkToSchool} from './index.tsx'
import {EnquirySent} from './sent.tsx'

const trust = {
  trustName: 'A Trust',
  postalAddress: null,
  telephone: '01632 960100',
  email: 'office@trust.example',
}
const bare = {_id: 'school-a', name: 'Larkrigg School', slug: 'larkrigg'}
const written = {...bare, contactRoute: {kind: 'email', hasEmail: true, name: 'Our front desk'}}
const schoolOf = (fields: object) =>
  parseSchool(fields, {preview: false, readOn: '2026-11-23', gate: () => null, report: () => {}})

function show(fields: object, answer: Partial<EnquiryState> = {}, takesMail = true) {
  const state: EnquiryState = {values: blankValues, problems: [], failure: null, ...answer}
  return render(
    <TalkToSchool
      slug="larkrigg"
      school={schoolOf(fields)}
      trust={trust}
      takesMail={takesMail}
      action={async () => state}
    />,
  )
}

const send = () => act(async () => fireEvent.click(screen.getByRole('button', {name: 'Send message'})))

test('each field has a label, says whether it is needed, and what browsers may fill in', () => {
  show(written)
  const fields = screen.getAllByRole('textbox').filter((field) => field.getAttribute('name') !== 'homepage')
  expect(
    fields.map((field) => [
      within(field.parentElement ?? field).getByText(/^Your/).textContent,
      field.hasAttribute('required'),
      field.getAttribute('autocomplete'),
    ]),
  ).toEqual([
    ['Your name', true, 'name'],
    ['Your role (optional)', false, 'organization-title'],
    ['Your school or organisation (optional)', false, 'organization'],
    ['Your e-mail address', true, 'email'],
    ['Your message', true, 'on'],
  ])
})

test('tabs name the page as its heading does', () => {
  show(written)
  expect(document.title).toBe('Talk to Larkrigg School – A Trust')
})

test('says to whom the message goes, in one sentence', () => {
  show({...bare, contactRoute: {kind: 'email', hasEmail: true, name: 'The school office'}})
  expect(screen.getByText(/Your message goes to/)).toHaveTextContent(
    'Your message goes to the school office, and a copy of it to you.',
  )
})

test('says who sees what is written, why, and for how long', () => {
  show(written)
  const note = screen.getByRole('region', {name: 'What happens to what you write'})
  expect(note).toHaveTextContent('Who sees it: the front desk at Larkrigg School')
  expect(note).toHaveTextContent('Why: so that Larkrigg School can answer you')
  expect(note).toHaveTextContent('How long: this website keeps none of it')
})

test('what is wrong stands in a summary that has the focus, and beside the field, and words are kept', async () => {
  const values = {...blankValues, name: 'مريم', message: 'Is it for us?'}
  show(written, {values, problems: [{field: 'email', message: 'Enter your e-mail address'}]})
  await send()
  const summary = screen.getByRole('region', {name: 'There is a problem'})
  expect(summary).toHaveFocus()
  expect(document.title).toBe('Error: Talk to Larkrigg School – A Trust')
  const email = screen.getByLabelText('Your e-mail address')
  const link = within(summary).getByRole('link', {name: 'Enter your e-mail address'})
  expect(link).toHaveAttribute('href', `#${email.id}`)
  expect(email).toBeInvalid()
  expect(email).toHaveAccessibleDescription(/Error: Enter your e-mail address/)
  expect(screen.getByLabelText('Your name')).toHaveValue('مريم')
  expect(screen.getByLabelText('Your name')).toBeValid()
  expect(screen.getByLabelText('Your message')).toHaveValue('Is it for us?')
})

test.each<[EnquiryFailure, RegExp, boolean]>([
  [{kind: 'not-sent'}, /nothing has reached Larkrigg School/, true],
  [{kind: 'too-many', by: 'network', minutes: 12}, /from the network.* Try again in 12 minutes/, true],
  [{kind: 'too-many', by: 'school', minutes: 1}, /written to Larkrigg School .* Try again in a minute/, true],
  [{kind: 'too-many', by: 'sender', minutes: 2}, /with your e-mail address/, true],
  [{kind: 'too-many', by: 'sender-to-school', minutes: 2}, /to Larkrigg School .* your e-mail address/, true],
  [{kind: 'too-quick'}, /within a few seconds of opening the form/, true],
  [{kind: 'decoy'}, /perhaps by your browser/, true],
  [{kind: 'stranger'}, /not sent from this page/, true],
])('a message that was not sent is said to be so: %j', async (failure, words, givesNumber) => {
  show({...written, telephone: '01632 960111'}, {values: {...blankValues, message: 'Is it for us?'}, failure})
  await send()
  const summary = screen.getByRole('region', {name: 'Your message has not been sent'})
  expect(summary).toHaveFocus()
  expect(summary).toHaveTextContent(words)
  const number = within(summary).queryByRole('link', {name: '01632 960111'})
  expect(number !== null).toBe(givesNumber)
  expect(screen.getByLabelText('Your message')).toHaveValue('Is it for us?')
})

test('without a number of its own a school is reached through the Trust', async () => {
  show(written, {failure: {kind: 'not-sent'}})
  await send()
  expect(screen.getByText(/Or call A Trust on/)).toHaveTextContent('01632 960100')
})

test.each([
  ['a school without a route', {...bare, telephone: '01632 960111'}, 'tel:01632960111'],
  [
    'one that is called',
    {...bare, contactRoute: {kind: 'telephone', telephone: '01632 960112'}},
    'tel:01632960112',
  ],
  [
    'one with a form of its own',
    {...bare, contactRoute: {kind: 'website', url: 'https://a.example/b'}},
    'https://a.example/b',
  ],
  ['one that has left', {...written, status: 'left', website: 'https://a.example/'}, 'https://a.example/'],
  ['one that can be reached through the Trust alone', bare, 'mailto:office@trust.example'],
])('%s has no form, and says how else to reach it', (_which, fields, address) => {
  const {container} = show(fields)
  expect(container.querySelector('form')).toBeNull()
  expect(container.querySelector(`a[href="${address}"]`)).toBeVisible()
  expect(screen.getByRole('link', {name: 'Back to Larkrigg School'})).toHaveAttribute(
    'href',
    '/schools/larkrigg',
  )
})

test('without a mail server there is no form', () => {
  const {container} = show({...written, telephone: '01632 960111'}, {}, false)
  expect(container.querySelector('form')).toBeNull()
  expect(screen.getByRole('link', {name: '01632 960111'})).toBeVisible()
})

test('the confirmation says whether a copy has gone, and nothing about the sender', () => {
  const school = schoolOf(written)
  const {rerender} = render(<EnquirySent school={school} trust={trust} withCopy />)
  expect(screen.getByText(/A copy is on its way to you/)).toBeVisible()
  rerender(<EnquirySent school={school} trust={trust} withCopy={false} />)
  expect(screen.getByText(/We could not send you a copy/)).toBeVisible()
  expect(screen.getByRole('link', {name: '01632 960100'})).toBeVisible()
})
