/** How a request for an address ended, with the words that staff read. */
export const linkOutcomes = [
  {value: 'works', title: 'It works'},
  {value: 'redirects', title: 'It leads on to another address'},
  {value: 'fails', title: 'The server says that it is not there'},
  {value: 'unreachable', title: 'The server cannot be reached'},
  {value: 'timed-out', title: 'The server did not answer in time'},
] as const

export type LinkOutcome = (typeof linkOutcomes)[number]['value']
