/** Something that staff do, and where it begins. */
export type Task = {
  title: string
  about: string
  start:
    | {
        /** Name of a tool in the bar. */
        tool: string
        /** A place in it. */
        path?: string
      }
    | {
        /** The type of a document that is new. */
        create: string
      }
}

/** What staff do here, most frequent first. */
export const tasks: readonly Task[] = [
  {
    title: 'Change a page',
    about: 'Choose a page, change its words and press Publish. Visitors see it within seconds.',
    start: {tool: 'structure', path: 'page'},
  },
  {
    title: 'Add a testimonial with its proof',
    about:
      'Write down what was said. A link in the form then leads to its private proof: who said it, and when they gave permission.',
    start: {create: 'testimonial'},
  },
  {
    title: 'Add a claim with its evidence',
    about: 'A claim with a number in it is a statistic. It needs its source, its date and whom it speaks of.',
    start: {create: 'benefitClaim'},
  },
  {
    title: 'See how it will look',
    about: 'Preview shows the site while you type. Click any words there to change them.',
    start: {tool: 'presentation'},
  },
  {
    title: 'See what needs attention',
    about: 'What visitors do not see because something is missing, and what is due.',
    start: {tool: 'attention'},
  },
]

/** What always holds, in a few words and in a sentence. */
export const rules: readonly {title: string; about: string}[] = [
  {
    title: 'Until you publish, only colleagues see it',
    about: 'All that you type is kept by itself, as a draft. Visitors see it when you press Publish.',
  },
  {
    title: 'What lacks evidence or permission is held back',
    about: 'Visitors do not see it until that is filled in. The form says what is missing, and why.',
  },
  {
    title: 'You cannot break the site by trying',
    about:
      'Ctrl+Z takes back what you typed, and Discard changes a whole draft. History keeps earlier versions, and brings any of them back.',
  },
]

/** Whom to ask, in sentences. */
export const help: readonly string[] = [
  'Or ask the colleague who gave you access. Say which page or document you were in: its history shows them the rest.',
]
