import {partOfInput} from './address-part.ts'
import {askedBy, findSchoolsAddress, insideAddressFor, schoolsAddress} from './asked-schools.ts'
import {tidyInput} from './tidy-input.ts'

export const searchAddress = '/search'
const searchForAddress = `${searchAddress}/for/`

/**
 * Pages that answer what somebody typed. They have an address of their own inside the site, one for each input, and
 * are made at each request like any page, without script; but they are not kept, because anybody can ask for any number
 * of them. Visitors know them by another address, with the input in the query: proxy.ts leads from one to the other.
 */
const insideAddresses = [searchForAddress, findSchoolsAddress]

/** Whether a path is one that only the site itself asks for. */
export function isAnswerToInput(path: string): boolean {
  return insideAddresses.some((address) => path.startsWith(address))
}

/**
 * Where the answer to a visitor's input is made, or null when the address asks nothing.
 * @param path - of the request
 * @param search - what follows the path, with its question mark or empty
 */
export function insideAddress(path: string, search: string): string | null {
  const query = new URLSearchParams(search)
  if (path === schoolsAddress) return insideAddressFor(askedBy(query))
  if (path !== searchAddress) return null
  const typed = tidyInput(query.get('q') ?? '')
  return typed === '' ? null : searchForAddress + partOfInput(typed)
}
