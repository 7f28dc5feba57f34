export type HeadingStyle = 'h2' | 'h3' | 'h4'
export type HeadingLevel = 2 | 3 | 4 | 5 | 6

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
