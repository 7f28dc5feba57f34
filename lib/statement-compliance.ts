/** How far the site meets WCAG 2.2 AA, as the model statement for public sector bodies divides it. */
export const complianceLevels = ['full', 'partial', 'none'] as const

export type Compliance = (typeof complianceLevels)[number]

/** What the rule below reads; any part may be missing while staff write. */
export type DeclaredCompliance = {compliance?: string | undefined; knownIssues?: string | undefined}

/** What is wrong with the declared compliance, or null: it and the list of what does not work tell one story. */
export function complianceProblem({compliance, knownIssues}: DeclaredCompliance): string | null {
  const hasIssues = linesOf(knownIssues ?? '').length > 0
  if (compliance === 'full' && hasIssues)
    return 'Something does not work yet, so the site meets the standard in part.'
  if ((compliance === 'partial' || compliance === 'none') && !hasIssues)
    return 'Say below what does not work yet: the statement refers to it.'
  return null
}

/** The lines of a plain text, without those that are blank. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
