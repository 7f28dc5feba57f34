import {School} from '#components/school/index.tsx'
import type {School as SchoolContent} from '#sanity/lib/content/school.ts'
import {bareSchool, picture, school, settings} from './content.ts'
import {onSite, type Room} from './exhibit.tsx'
import {testimonial} from './sections.ts'

const show = (shown: SchoolContent) => () => onSite(<School school={shown} trust={settings.contact} />)

/** A school's page, and the ways to reach it. */
export const schools: Room = {
  title: 'A school',
  exhibits: [
    {
      slug: 'school',
      title: 'A school that is written to here',
      show: show(
        school('Beckham Primary School', {
          testimonials: [testimonial('We asked to see everything, and everything was shown to us.')],
          religiousCharacter: 'Church of England',
          pictures: [
            picture('d5de30cf861863b30465f9e185818882ea3b8134', {caption: 'The school from the lane.'}),
            picture('aeb1a2ef689dd414524a9114e241f909ac9b821c', {alt: 'The nursery and its garden, drawn'}),
          ],
        }),
      ),
    },
    {
      slug: 'bare-school',
      title: 'A school with a name alone',
      show: show(bareSchool('Nutwick School', {neighbours: []})),
    },
    {
      slug: 'school-without-words',
      title: 'A school with facts and without words',
      show: show(school('Hazelbeck Academy', {phase: 'secondary', ownWords: [], pictures: []})),
    },
    {
      slug: 'school-by-telephone',
      title: 'A school that is called',
      show: show(
        school('Millrace Primary School', {
          contactRoute: {name: 'Our front desk', kind: 'telephone', telephone: '01632 960003'},
        }),
      ),
    },
    {
      slug: 'joining-school',
      title: 'A school that joins, with a form of its own',
      show: show(
        school('Hazelby Juniors', {
          status: 'joining',
          joinedOn: '2027-09-01',
          contactRoute: {name: null, kind: 'website', url: 'https://hazelby.example'},
        }),
      ),
    },
    {
      slug: 'former-school',
      title: 'A school that has left',
      show: show(school('Oldfield School', {status: 'left', pictures: []})),
    },
    {
      slug: 'school-in-arabic',
      title: 'A school with a name from right to left, and no way of its own to reach it',
      show: show(school('مدرسة وادي البندق', {contactRoute: null, telephone: null, website: null})),
    },
  ],
}
