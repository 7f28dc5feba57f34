/** What a visitor reads who sent a form that was opened before the site was last renewed. */
export const outdatedFormWords = {
  title: 'Your message was not sent',
  explanation:
    'This website was renewed while you were writing. Go back: your browser may still hold your words. Copy them, ' +
    'then open the form again and send them from there.',
  tryAgain: 'Open the form again',
  home: 'Go to the home page',
} as const
