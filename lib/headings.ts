export type HeadingStyle = 'h2' | 'h3' | 'h4'
export type HeadingLevel = 2 | 3 | 4 | 5 | 6

/** What staff call the styles of headings, highest first. */
export const headingStyles: readonly {value: HeadingStyle; title: string}[] = [
  {value: 'h2', title: 'Heading'},
  {value: 'h3', title: 'Smaller heading'},
  {value: 'h4', title: 'Smallest heading'},
]

/**
 * What is wrong with the style of a heading, or null: none is skipped, because who hears a page goes from heading to
 * heading and would look for the part that is missing (WCAG 2.2, technique G141). The title of the page is its only
 * heading of level 1, which no text can have.
 * @param before - the style of the heading before it in the same text; undefined for the first one
 */
export function headingProblem(style: HeadingStyle, before: HeadingStyle | undefined): string | null {
  const place = (wanted: HeadingStyle | undefined) => headingStyles.findIndex(({value}) => value === wanted)
  const next = headingStyles[place(before) + 1]
  if (next === undefined || place(style) <= place(next.value)) return null
  return `This heading skips a level: make it a “${next.title}”.`
}

/**
 * The levels of a text's headings, in order. The styles that staff chose say which heading is below which; the
 * levels start below what surrounds the text and never skip one.
 * @param top - the level of the text's highest headings: 2 below the page's title, 3 below a section's heading
 */
export function headingLevels(styles: HeadingStyle[], top: HeadingLevel): HeadingLevel[] {
  const open: number[] = []
  return styles.map((style) => {
    const rank = Number(style.slice(1))
    while (open.length > 0 && (open.at(-1) ?? 0) >= rank) open.pop()
    open.push(rank)
    return levelOf(top + open.length - 1)
  })
}

function levelOf(level: number): HeadingLevel {
  const levels: readonly HeadingLevel[] = [2, 3, 4, 5, 6]
  return levels.find((candidate) => candidate === level) ?? 6
}
