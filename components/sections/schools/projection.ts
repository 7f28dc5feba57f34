import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {
  parseSchoolSummary,
  type SchoolSummary,
  schoolSummaryProjection,
} from '#sanity/lib/content/school-summary.ts'
import {within} from '#sanity/lib/origin.ts'
import {choice, items, optionalWords, type Reading} from '#sanity/lib/parse.ts'
import {chosenReader} from '../chosen.ts'
import {parseIntroduction} from '../introduction.ts'
import type {SectionFrame} from '../section-frame.ts'

export const schoolsSectionProjection = `
  heading,
  "introduction": introduction${richTextProjection},
  selection,
  "list": select(selection != "chosen" => {"_list": "school"}),
  "schools": select(
    selection == "chosen" => schools[]{_key, _ref, "document": @->${schoolSummaryProjection}},
    *[_type == "school" && defined(slug.current)] | order(name asc){_key, "document": ${schoolSummaryProjection}}
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
  const origin = within(frame.origin, 'schools')
  const list = {
    what: 'school',
    label: `${frame.label}, schools`,
    origin: selection === 'chosen' ? origin : undefined,
  }
  const {leftOut, readChosen} = chosenReader(list, reading)
  const schools = items(section.schools, list.label, reading, ({_key, document}) =>
    readChosen(_key, document, (school) => parseSchoolSummary(school, reading)),
  )
  const listed = selection === 'chosen' ? schools : schools.filter((school) => school.status !== 'left')
  if (listed.length === 0 && !reading.preview) return null
  return {
    ...frame,
    heading: optionalWords(section.heading, 'the heading'),
    heldBack: listed.length === 0 ? 'There is no school to list.' : null,
    mend: selection === 'chosen' ? origin : within(frame.origin, 'selection'),
    leftOut,
    type: 'schoolsSection',
    introduction: parseIntroduction(section, frame, reading),
    selection,
    schools: listed,
  }
}
