import type {ReactNode} from 'react'
import {BenefitClaimsSection} from './benefit-claims/index.tsx'
import {CallToActionSection} from './call-to-action/index.tsx'
import {ContactSection} from './contact/index.tsx'
import type {Section} from './content.ts'
import {PictureSection} from './picture/index.tsx'
import {QuestionsSection} from './questions/index.tsx'
import {ResourceLinkSection} from './resource-link/index.tsx'
import {RichTextSection} from './rich-text/index.tsx'
import {SchoolsSection} from './schools/index.tsx'
import {Section as SectionInFrame} from './section.tsx'
import {TestimonialsSection} from './testimonials/index.tsx'

/** Of so many sections a picture may be seen without scrolling, also on a phone below a paragraph. */
const sectionsAtTheTop = 2

/** A page's sections in their order. What cannot be shown was left out, and logged, when they were read. */
export function Sections({sections}: {sections: Section[]}): ReactNode {
  return sections.map((section, position) => (
    <OneSection key={section.key} section={section} atTheTop={position < sectionsAtTheTop} />
  ))
}

function OneSection({section, atTheTop}: {section: Section; atTheTop: boolean}): ReactNode {
  switch (section.type) {
    case 'richTextSection':
      return <RichTextSection section={section} />
    case 'testimonialsSection':
      return <TestimonialsSection section={section} />
    case 'benefitClaimsSection':
      return <BenefitClaimsSection section={section} />
    case 'schoolsSection':
      return <SchoolsSection section={section} />
    case 'callToActionSection':
      return <CallToActionSection section={section} />
    case 'resourceLinkSection':
      return <ResourceLinkSection section={section} />
    case 'questionsSection':
      return <QuestionsSection section={section} />
    case 'pictureSection':
      return <PictureSection section={section} first={atTheTop} />
    case 'leftOutSection':
      return <SectionInFrame frame={section} wide />
    case 'contactSection':
      return <ContactSection section={section} />
  }
}
