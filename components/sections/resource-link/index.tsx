import {RichText} from '#components/rich-text/index.tsx'
import {Section} from '../section.tsx'
import type {ResourceLinkSectionContent} from './projection.ts'
import styles from './resource-link.module.css'

export function ResourceLinkSection({section}: {section: ResourceLinkSectionContent}) {
  const {announcement, resource} = section
  return (
    <Section frame={section}>
      <RichText value={announcement} />
      {resource !== null && (
        <p className={styles.resource}>
          <a href={resource.address}>{resource.title}</a>
          {resource.publisher !== null && <span className={styles.publisher}> {resource.publisher}</span>}
        </p>
      )}
    </Section>
  )
}
