import type {Origin} from '#sanity/lib/origin.ts'

/** Something in a section that cannot be shown at all, such as what has been deleted. */
export type LeftOut = {reason: string; mend: Origin | undefined}

/** What every section of a page has. */
export type SectionFrame = {
  key: string
  /** Names the section in the log: its type and key. */
  label: string
  heading: string | null
  /** Why visitors do not see the section; seen in preview only. */
  heldBack: string | null
  /** Where that can be mended. */
  mend?: Origin | undefined
  /** In a preview alone, as what follows. */
  origin?: Origin | undefined
  leftOut?: LeftOut[]
}
