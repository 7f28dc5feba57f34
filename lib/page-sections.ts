/** What visitors would miss on a page, or null. */
export function sectionsProblem(sections: readonly unknown[] | undefined): string | null {
  return sections === undefined || sections.length === 0
    ? 'Visitors see only the title, because this page has no sections yet: add one below.'
    : null
}
