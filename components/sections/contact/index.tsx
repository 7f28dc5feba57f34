import {ContactDetails} from '#components/contact-details/index.tsx'
import {RichText} from '#components/rich-text/index.tsx'
import {Section} from '../section.tsx'
import type {ContactSectionContent} from './projection.ts'

export function ContactSection({section}: {section: ContactSectionContent}) {
  return (
    <Section frame={section}>
      <RichText value={section.introduction} headingLevel={section.heading === null ? 2 : 3} />
      <ContactDetails details={section.details} />
    </Section>
  )
}
