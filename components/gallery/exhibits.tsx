import type {ReactNode} from 'react'
import {DraftBar} from '#components/draft-mode/draft-bar.tsx'
import {Page} from '#components/page/index.tsx'
import {NotFound} from '#components/page/not-found.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Unavailable} from '#components/page/unavailable.tsx'
import {School} from '#components/school/index.tsx'
import {SchoolDirectory} from '#components/school-list/directory.tsx'
import {Site} from '#components/site/index.tsx'
import type {School as SchoolContent} from '#sanity/lib/content/school.ts'
import type {Settings} from '#sanity/lib/content/settings.ts'
import {bareSchool, page, picture, school, settings} from './content.ts'
import {everySection, testimonial} from './sections.ts'
import {
  heldBackSections,
  longSections,
  namesInOtherScripts,
  sectionsInOtherScripts,
  twentyThousand,
} from './trials.ts'

/** A whole page in one state. */
export type Exhibit = {slug: string; title: string; show: () => ReactNode}

const onSite = (content: ReactNode, shown: Settings = settings) => (
  <Site settings={shown} path="/schools">
    {content}
  </Site>
)
const onSchool = (shown: SchoolContent) => onSite(<School school={shown} trust={settings.contact} />)
const directory = (schools: SchoolContent[]) =>
  onSite(
    <PageFrame title="Our schools">
      <SchoolDirectory schools={schools} />
    </PageFrame>,
  )

const bareSettings: Settings = {
  ...settings,
  contact: {trustName: 'Our Trust', postalAddress: null, telephone: null, email: null},
  legalName: null,
  companyNumber: null,
  navigation: [],
  footerText: [],
  footerNavigation: [],
}

const wordySettings: Settings = {
  ...settings,
  contact: {
    ...settings.contact,
    trustName: 'The Federation of Voluntary Aided and Community Schools of Hazelbeck',
  },
  navigation: Array.from({length: 9}, (_, position) => ({
    key: String(position),
    label: `Part ${position + 1} of what we want to say`,
    address: position === 0 ? '/schools' : `/part-${position}`,
  })),
}

export const exhibits: readonly Exhibit[] = [
  {
    slug: 'sections',
    title: 'Every section',
    show: () => onSite(<Page page={page('Every section', everySection)} />),
  },
  {
    slug: 'no-sections',
    title: 'A page without sections',
    show: () => onSite(<Page page={page('Empty', [])} />),
  },
  {
    slug: 'long',
    title: 'Long words, names and navigation',
    show: () => onSite(<Page page={page(longTitle, longSections)} />, wordySettings),
  },
  {
    slug: 'twenty-thousand',
    title: 'A text of 20,000 characters',
    show: () => onSite(<Page page={page('A long text', twentyThousand)} />),
  },
  {
    slug: 'scripts',
    title: 'Names in Welsh and Arabic',
    show: () => onSite(<Page page={page('مدرسة وادي البندق الابتدائية', sectionsInOtherScripts)} />),
  },
  {
    slug: 'held-back',
    title: 'What is held back, in preview',
    show: () => (
      <>
        {onSite(<Page page={page('Held back', heldBackSections)} />)}
        <DraftBar showsDrafts />
      </>
    ),
  },
  {
    slug: 'school',
    title: 'A school',
    show: () =>
      onSchool(
        school('Beckham Primary School', {
          testimonials: [testimonial('We asked to see everything, and everything was shown to us.')],
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
    show: () => onSchool(bareSchool('Nutwick School')),
  },
  {
    slug: 'joining-school',
    title: 'A school that joins, with a form of its own',
    show: () =>
      onSchool(
        school('Hazelby Juniors', {
          status: 'joining',
          joinedOn: '2027-09-01',
          contactRoute: {
            name: null,
            kind: 'website',
            url: 'https://hazelby.example',
          },
        }),
      ),
  },
  {
    slug: 'former-school',
    title: 'A school that has left',
    show: () => onSchool(school('Oldfield School', {status: 'left', pictures: []})),
  },
  {
    slug: 'school-in-arabic',
    title: 'A school with a name from right to left',
    show: () => onSchool(school('مدرسة وادي البندق', {contactRoute: null, telephone: null, website: null})),
  },
  {
    slug: 'schools',
    title: 'Schools of every status',
    show: () =>
      directory([
        ...namesInOtherScripts,
        school('Hazelby Juniors', {status: 'joining', joinedOn: '2027-09-01'}),
        bareSchool('Oldfield School', {status: 'left'}),
      ]),
  },
  {slug: 'no-schools', title: 'No school yet', show: () => directory([])},
  {
    slug: 'two-hundred-schools',
    title: 'Two hundred schools',
    show: () =>
      directory(
        Array.from({length: 200}, (_, position) =>
          school(`School number ${position + 1}`, {phase: position % 2 === 0 ? 'primary' : 'secondary'}),
        ),
      ),
  },
  {slug: 'not-found', title: 'Page not found', show: () => onSite(<NotFound settings={settings} />)},
  {slug: 'unavailable', title: 'Not available just now', show: () => onSite(<Unavailable />, bareSettings)},
]

const longTitle =
  'What the Voluntary Aided Church of England Schools of Hazelbeck, Beckham and Nutwick Have Learnt Together'
