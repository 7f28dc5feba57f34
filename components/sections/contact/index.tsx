import {ContactDetails} from '#components/contact-details/index.tsx'
import {Section} from '../section.tsx'
import styles from './contact.module.css'
import type {ContactSectionContent} from './projection.ts'

export function ContactSection({section}: {section: ContactSectionContent}) {
  return (
    <Section frame={section} introduction={section.introduction}>
      <div className={styles.contact}>
        <ContactDetails details={section.details} />
      </div>
    </Section>
  )
}
