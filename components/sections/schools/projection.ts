import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {parseRichText, type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {
  parseSchoolSummary,
  type SchoolSummary,
  schoolSummaryProjection,
} from '#sanity/lib/content/school-summary.ts'
import {choice, isFields, items, optionalWords, type Reading} from '#sanity/lib/parse.ts'
import type {SectionFrame} from '../section-frame.ts'

export const schoolsSectionProjection = `
  heading,
  "introduction": introduction${richTextProjection},
  selection,
  "list": select(selection != "chosen" => {"_list": "school"}),
  "schools": select(
    selection == "chosen" => schools[]{_ref, "document": @->${schoolSummaryProjection}},
    *[_type == "school" && defined(slug.current)] | order(name asc){"document": ${schoolSummaryProjection}}
  )` as const

export type SchoolsSectionContent = SectionFrame & {
  type: 'schoolsSection'
  introduction: RichText
  selection: 'all' | 'by-phase' | 'chosen'
  schools: SchoolSummary[]
}

/** Null when there is no school to list. A school that left is listed only where staff chose it. */
export function parseSchoolsSection(
  section: SectionAnswer<'schoolsSection'>,
  frame: SectionFrame,
  reading: Reading,
): SchoolsSectionContent | null {
  const selection = choice(section.selection, ['all', 'by-phase', 'chosen']) ?? 'all'
  const schools = items(section.schools, `${frame.label}, schools`, reading, ({document}) =>
    isFields(document) ? parseSchoolSummary(document, reading) : null,
  )
  const listed = selection === 'chosen' ? schools : schools.filter((school) => school.status !== 'left')
  if (listed.length === 0 && !reading.preview) return null
  return {
    ...frame,
    heading: optionalWords(section.heading, 'the heading'),
    heldBack: listed.length === 0 ? 'There is no school to list.' : null,
    type: 'schoolsSection',
    introduction: parseRichText(section.introduction, `${frame.label}, introduction`, reading),
    selection,
    schools: listed,
  }
}
