/** An entry of a menu as the rule reads it: a page that staff made, or one that the site makes itself. */
export type MenuEntry = {page?: {_ref?: string | undefined} | undefined; path?: string | undefined}

/** What is wrong with an entry of a menu, or null: whoever clicks it arrives at one place (WCAG 2.2, 2.4.4). */
export function menuEntryProblem(entry: MenuEntry | undefined): string | null {
  if (!entry?.page?._ref && !entry?.path) return 'Choose a page, or one that the site makes itself.'
  if (entry.page?._ref && entry.path) return 'Choose one page, not two.'
  return null
}

/** Most entries of a menu that are read at one glance, and fit beside each other on a screen. */
const mostEntries = 7

/** What staff are told about a menu that is longer than people take in, or null. */
export function menuLengthAdvice(entries: readonly unknown[] | undefined): string | null {
  return (entries ?? []).length > mostEntries ? 'More than seven entries are hard to take in.' : null
}
