/** The kinds of section that a page can show, by the names of their types. */
const sectionTypes = [
  'richTextSection',
  'testimonialsSection',
  'benefitClaimsSection',
  'schoolsSection',
  'callToActionSection',
  'resourceLinkSection',
  'questionsSection',
  'pictureSection',
  'contactSection',
] as const

const knownTypes: ReadonlySet<unknown> = new Set(sectionTypes)

/** What visitors would miss on a page, or null. */
export function sectionsProblem(sections: readonly unknown[] | undefined): string | null {
  return sections === undefined || sections.length === 0
    ? 'Visitors see only the title, because this page has no sections yet: add one.'
    : null
}

/** Why visitors do not see a section at all, or null. @param type - the name of its type */
export function sectionTypeProblem(type: unknown): string | null {
  return knownTypes.has(type)
    ? null
    : 'Visitors do not see this section, because this website knows none of its kind: say it in another one, and remove this.'
}
