/** Types of the documents that the site alone writes. */
export const signOffTypes = {
  event: 'signOffEvent',
  request: 'signOffRequest',
  snapshot: 'signOffSnapshot',
  keptAnswer: 'signOffKeptAnswer',
} as const

export function isSignOffType(type: string): boolean {
  return Object.values<string>(signOffTypes).includes(type)
}
