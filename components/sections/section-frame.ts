/** What every section of a page has. */
export type SectionFrame = {
  key: string
  /** Names the section in the log: its type and key. */
  label: string
  heading: string | null
  /** Why visitors do not see the section; seen in preview only. */
  heldBack: string | null
}
