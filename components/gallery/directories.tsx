import {PageFrame} from '#components/page/page-frame.tsx'
import {SchoolDirectory} from '#components/school-list/directory.tsx'
import type {AskedSchools} from '#lib/asked-schools.ts'
import type {School} from '#sanity/lib/content/school.ts'
import {findSchools} from '#sanity/lib/find-schools.ts'
import {bareSchool, school} from './content.ts'
import {onSite, type Room} from './exhibit.tsx'
import {namesInOtherScripts} from './trials.ts'

const show =
  (schools: School[], asked: AskedSchools = {phase: null, name: ''}) =>
  () =>
    onSite(
      <PageFrame title="Our schools">
        <SchoolDirectory schools={schools} asked={asked} found={findSchools(schools, asked)} />
      </PageFrame>,
    )

/** Places of the invented county, some five miles from each other. */
const places = [
  {town: 'Hazelbeck', location: {lat: 54.16, lng: -1.61}},
  {town: 'Nutwick', location: {lat: 54.27, lng: -1.44}},
  {town: 'Hazelby', location: {lat: 54.19, lng: -1.36}},
]

const ofEveryStatus = [
  school('Beckham Primary School'),
  ...namesInOtherScripts.map((named, position) => ({...named, ...places[position]})),
  school('Millrace Academy', {phase: 'secondary', ages: {from: 11, to: 18}}),
  school('Hazelby Juniors', {
    status: 'joining',
    joinedOn: '2027-09-01',
    location: {lat: 54.25, lng: -1.58},
    town: 'Hazel Cross',
  }),
  bareSchool('Nutwick School', {location: null}),
  bareSchool('Oldfield School', {status: 'left'}),
]

const twoHundred = Array.from({length: 200}, (_, position) =>
  school(`School number ${position + 1}`, {
    phase: position % 2 === 0 ? 'primary' : 'secondary',
    location: {lat: 54 + (position % 14) / 40, lng: -1.8 + Math.floor(position / 14) / 30},
  }),
)

/** The list of schools with the picture of where they lie, and fewer of them by what a visitor asks for. */
export const directories: Room = {
  title: 'The list of schools',
  exhibits: [
    {slug: 'schools', title: 'Schools of every status', show: show(ofEveryStatus)},
    {
      slug: 'schools-of-a-phase',
      title: 'Schools of one phase',
      show: show(ofEveryStatus, {phase: 'primary', name: ''}),
    },
    {
      slug: 'schools-by-name',
      title: 'Schools by a part of a name, with a letter wrong',
      show: show(ofEveryStatus, {phase: null, name: 'hazlby'}),
    },
    {
      slug: 'no-school-found',
      title: 'No school of that name in that phase',
      show: show(ofEveryStatus, {phase: 'secondary', name: 'مدرسة الوادي'}),
    },
    {
      slug: 'schools-in-one-place',
      title: 'Schools in one street',
      show: show([school('Beckham Infants'), school('Beckham Juniors')]),
    },
    {
      slug: 'schools-nobody-knows-where',
      title: 'Schools whose place is not known',
      show: show([bareSchool('Nutwick School', {location: null, phase: 'special'})]),
    },
    {slug: 'no-schools', title: 'No school yet', show: show([])},
    {slug: 'two-hundred-schools', title: 'Two hundred schools', show: show(twoHundred)},
  ],
}
