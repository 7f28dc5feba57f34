/** A link as staff fill it in: a page, school or resource of this site, or a web address. */
export type Link = {
  linkType?: string | undefined
  href?: string | undefined
  page?: {_ref?: string | undefined} | undefined
}

const allowedProtocols: readonly string[] = ['https:', 'mailto:', 'tel:']

/** Parses an absolute address; null when it is none. */
function parseAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

/**
 * What is wrong with a link's address, or null. Only `https`, `mailto` and `tel` are followed;
 * an address without an encrypted connection, a script or a bare `#` is refused.
 */
export function addressProblem(address: string | undefined): string | null {
  if (!address || address.trim() === '') return 'Give the address.'
  if (address !== address.trim()) return 'Remove the spaces around the address.'
  if (address.startsWith('#') || address.startsWith('/')) {
    return 'This is no web address. To link to a page of this site, choose “A page on this site”.'
  }
  const parsed = parseAddress(address)
  if (!parsed) return 'This is no web address. It starts with https://, mailto: or tel:.'
  if (parsed.protocol === 'http:')
    return 'Use the address that starts with https://, so that visitors are safe.'
  if (!allowedProtocols.includes(parsed.protocol)) return 'An address starts with https://, mailto: or tel:.'
  if (parsed.protocol === 'https:' && !parsed.hostname.includes('.')) {
    return 'The address has no complete host name, such as www.example.org.'
  }
  if (parsed.protocol !== 'https:' && parsed.pathname === '') return `Nothing follows “${parsed.protocol}”.`
  return null
}

/** What is wrong with the address of a web page, which is `https` and nothing else, or null. */
export function webAddressProblem(address: string | undefined): string | null {
  const problem = addressProblem(address)
  if (problem) return problem
  return address?.startsWith('https://') ? null : 'The address of a web page starts with https://.'
}

/** What is wrong with a link, or null: it leads to a page of this site or to an allowed address. */
export function linkProblem(link: Link | undefined): string | null {
  if (!link) return 'Say where the link leads.'
  if (link.linkType === 'internal') return link.page?._ref ? null : 'Choose the page that the link leads to.'
  return addressProblem(link.href)
}
