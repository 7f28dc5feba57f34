import {EnquirySent} from '#components/enquiry/sent.tsx'
import {blankState, blankValues, type EnquiryFailure, type EnquiryState} from '#lib/enquiry/fields.ts'
import type {School} from '#sanity/lib/content/school.ts'
import {bareSchool, school, settings} from './content.ts'
import {onSite, type Room} from './exhibit.tsx'
import {TalkAsAnswered} from './talk-as-answered.tsx'

const trust = settings.contact
const beckham = school('Beckham Primary School')

const show =
  (shown: School, answered: EnquiryState = blankState) =>
  () =>
    onSite(<TalkAsAnswered slug="beckham" school={shown} trust={trust} takesMail answered={answered} />)

const typed = {
  name: 'مريم الزهراء',
  role: 'Chair of governors',
  organisation: 'Ysgol Tŷ Ŵyn',
  email: 'chair@ysgol.example',
  message: 'Is it for us?\n\nWe are a small school, and wonder what would change.',
}

const notSent = (failure: EnquiryFailure) => show(beckham, {values: typed, problems: [], failure})

/** Writing to a school: before, after, and whatever may come between. */
export const enquiries: Room = {
  title: 'Writing to a school',
  exhibits: [
    {slug: 'enquiry', title: 'The form, blank', show: show(beckham)},
    {
      slug: 'enquiry-with-errors',
      title: 'The form with errors, and with what was typed',
      show: show(beckham, {
        values: {...blankValues, role: typed.role, email: 'chair@', message: 'x'.repeat(200)},
        problems: [
          {field: 'name', message: 'Enter your name'},
          {field: 'email', message: 'Enter an e-mail address in the form name@example.org'},
          {field: 'message', message: 'Your message is too long: shorten it to 5,000 characters'},
        ],
        failure: null,
      }),
    },
    {slug: 'enquiry-not-sent', title: 'Mail cannot be sent', show: notSent({kind: 'not-sent'})},
    {
      slug: 'enquiry-too-many',
      title: 'Too many messages',
      show: notSent({kind: 'too-many', by: 'network', minutes: 12}),
    },
    {slug: 'enquiry-too-quick', title: 'Within a few seconds', show: notSent({kind: 'too-quick'})},
    {slug: 'enquiry-decoy', title: 'The field for programs filled in', show: notSent({kind: 'decoy'})},
    {slug: 'enquiry-from-elsewhere', title: 'Sent from elsewhere', show: notSent({kind: 'stranger'})},
    {
      slug: 'enquiry-closed',
      title: 'A school without a way of its own, which closed its form while somebody wrote',
      show: show(bareSchool('Nutwick School'), {...blankState, values: typed}),
    },
    {
      slug: 'enquiry-by-telephone',
      title: 'A school that is called',
      show: show(
        school('Millrace Primary School', {
          contactRoute: {name: 'Our front desk', kind: 'telephone', telephone: '01632 960003'},
        }),
      ),
    },
    {
      slug: 'enquiry-to-former-school',
      title: 'A school that has left',
      show: show(school('Oldfield School', {status: 'left'})),
    },
    {
      slug: 'enquiry-sent',
      title: 'Sent',
      show: () => onSite(<EnquirySent school={beckham} trust={trust} withCopy />),
    },
    {
      slug: 'enquiry-sent-without-copy',
      title: 'Sent, but no copy',
      show: () =>
        onSite(<EnquirySent school={bareSchool('Nutwick School')} trust={trust} withCopy={false} />),
    },
  ],
}
