/**
 * Pages that answer what somebody typed. They have an address of their own inside the site, one for each input, and
 * are made at each request like any page, without script; but they are not kept, because anybody can ask for any number
 * of them. Visitors know them by another address, with the input in the query: proxy.ts leads from one to the other.
 */
const insideAddresses = ['/search/for/', '/schools/find/']

/** Whether a path is one that only the site itself asks for. */
export function isAnswerToInput(path: string): boolean {
  return insideAddresses.some((address) => path.startsWith(address))
}

export const searchAddress = '/search'

/** Longest input that is looked at, in characters. */
export const longestInput = 100

/** What was typed, as it is looked for and shown again: one line, well formed, of a sensible length. */
export function tidyInput(typed: string): string {
  const oneLine = typed.toWellFormed().replace(/[\s\p{C}]+/gu, ' ')
  return [...oneLine].slice(0, longestInput).join('').trim()
}

/**
 * Where the answer to a visitor's input is made, or null when the address asks nothing.
 * @param path - of the request
 */
export function insideAddress(path: string, query: URLSearchParams): string | null {
  if (path !== searchAddress) return null
  const typed = tidyInput(query.get('q') ?? '')
  return typed === '' ? null : `${searchAddress}/for/${encodeURIComponent(typed)}`
}
