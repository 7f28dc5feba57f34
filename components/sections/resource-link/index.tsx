import {Section} from '../section.tsx'
import type {ResourceLinkSectionContent} from './projection.ts'
import styles from './resource-link.module.css'

export function ResourceLinkSection({section}: {section: ResourceLinkSectionContent}) {
  const {announcement, resource} = section
  return (
    <Section frame={section} introduction={announcement}>
      {resource !== null && (
        <p className={styles.resource}>
          <a className={styles.title} href={resource.address}>
            {resource.title}
          </a>
          {resource.publisher !== null && <span className={styles.publisher}> {resource.publisher}</span>}
        </p>
      )}
    </Section>
  )
}
