import {ButtonLink} from '#components/button/index.tsx'
import {SchoolsByPhase} from '#components/school-list/by-phase.tsx'
import {SchoolList} from '#components/school-list/index.tsx'
import {Section} from '../section.tsx'
import type {SchoolsSectionContent} from './projection.ts'

export function SchoolsSection({section}: {section: SchoolsSectionContent}) {
  const {introduction, selection, schools} = section
  return (
    <Section frame={section} introduction={introduction} wide>
      {selection === 'by-phase' ? (
        <SchoolsByPhase schools={schools} headingLevel={section.heading === null ? 2 : 3} />
      ) : (
        <SchoolList schools={schools} layout={selection === 'all' ? 'rows' : 'cards'} />
      )}
      {selection === 'chosen' && (
        <p>
          <ButtonLink href="/schools" look="full">
            Find a school to talk to
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
