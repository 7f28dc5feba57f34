/** What a visitor reads when the page could not be made. */
export const unavailableWords = {
  title: 'This page is not available just now',
  explanation: 'Something went wrong on our side, not on yours. Please try again in a few minutes.',
  tryAgain: 'Try again',
  home: 'Go to the home page',
} as const
