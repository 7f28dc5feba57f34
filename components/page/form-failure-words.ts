const ways = {
  tryAgain: 'Open the form again',
  /** Leads to the page of the school, which stands above its form. */
  above: 'See the school’s telephone number',
  home: 'Go to the home page',
} as const

/** What a visitor reads who sent a form that was opened before the site was last renewed. */
export const outdatedFormWords = {
  title: 'Your message was not sent',
  explanation:
    'This website was renewed while you were writing. Go back: your browser may still hold your words. Copy them, ' +
    'then open the form again and send them from there.',
  ...ways,
} as const

/** What whoever reads whose form did not arrive whole. */
export const unreadableFormWords = {
  title: 'Your message was not sent',
  explanation:
    'It did not arrive whole, and could not be read. Go back: your browser may still hold your words. Press “Send ' +
    'message” once more, or call the school.',
  ...ways,
} as const

/** What a visitor reads who sent more than the form takes, a book for instance. */
export const tooLongFormWords = {
  title: 'Your message was not sent',
  explanation:
    'It is far too long. Go back: your browser may still hold your words. Shorten them to 5,000 characters, which is ' +
    'about two pages, and send them again. For more than that, call the school.',
  ...ways,
} as const
