import {RichText} from '#components/rich-text/index.tsx'
import {Section} from '../section.tsx'
import type {RichTextSectionContent} from './projection.ts'

export function RichTextSection({section}: {section: RichTextSectionContent}) {
  return (
    <Section frame={section}>
      <RichText value={section.body} headingLevel={section.heading === null ? 2 : 3} />
    </Section>
  )
}
