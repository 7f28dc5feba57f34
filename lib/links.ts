/** A link as staff fill it in: a page, school or resource of this site, or a web address. */
export type Link = {
  linkType?: string | undefined
  href?: string | undefined
  page?: {_ref?: string | undefined} | undefined
}

const allowedProtocols: readonly string[] = ['https:', 'mailto:', 'tel:']

/** Hosts through which mail filters lead, and which stop leading anywhere after a while. */
const mailFilterHosts: readonly string[] = [
  'safelinks.protection.outlook.com',
  'urldefense.com',
  'urldefense.proofpoint.com',
  'mimecastprotect.com',
]

/** Hosts of versions of a site that are there to be looked at before it is published, or on one machine only. */
const previewHosts: readonly string[] = ['vercel.app', 'netlify.app', 'pages.dev', 'localhost', 'local']

/** Whether a host is one of those listed, or below one. */
const isBelow = (host: string, hosts: readonly string[]) =>
  hosts.some((listed) => host === listed || host.endsWith(`.${listed}`))

/** What is wrong with the host of a web page, or null: every visitor can reach it, and will next year. */
function hostProblem(host: string): string | null {
  if (isBelow(host, mailFilterHosts)) {
    return 'This address was rewritten by a mail filter: open it, and copy the address of the page that it leads to.'
  }
  if (isBelow(host, previewHosts) || /^127\.|^\[/.test(host)) {
    return 'Only some people can open this address: use the one of the published page.'
  }
  return host.includes('.') ? null : 'The address has no complete host name, such as www.example.org.'
}

/** Parses an absolute address; null when it is none. */
function parseAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

/**
 * What is wrong with a link's address, or null. Only `https`, `mailto` and `tel` are followed; refused are an address
 * without an encrypted connection (what it shows could be changed on the way; GOV.UK’s Service Manual asks public bodies for HTTPS), a
 * script (it would run as if this site had written it: OWASP's guidance on cross-site scripting), a bare `#`, which leads
 * nowhere (WCAG 2.2, 2.4.4: the purpose of a link), and what not every visitor can open.
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
  if (parsed.protocol === 'https:') return hostProblem(parsed.hostname)
  if (parsed.pathname === '') return `Nothing follows “${parsed.protocol}”.`
  return null
}

/** What is wrong with the address of a web page, which is `https` and nothing else, or null. */
export function webAddressProblem(address: string | undefined): string | null {
  const words = address?.trim() ?? ''
  const isOther = words !== '' && !/^https?:$/.test(parseAddress(words)?.protocol ?? '')
  return isOther
    ? 'This is no address of a web page, such as https://www.example.org.'
    : addressProblem(address)
}

/** Whether an address asks for a connection that is not encrypted. */
export const isUnencrypted = (address: string) => /^\s*http:\/\//i.test(address)

/**
 * The address of a web page that was meant by what somebody wrote, with every kind of slip: no scheme or half of one
 * (`http;//`), `http`, spaces, capitals, two addresses in one. Null when no page can be meant.
 */
export function mendedAddress(written: string): string | null {
  // Of several addresses the first one; a space inside one is a slip.
  const [first = ''] = written.trim().split(/[\s,;]+(?=(?:https?[:;]|www\.))/i)
  const rest = first
    .replace(/\s+/g, '')
    .replaceAll('\\', '/')
    .replace(/^(?:h?t+p+s?[:;.,]*\/+|https?[:;]+)+/i, '')
    .replace(/^\/+|[.,;]+$/g, '')
  const parsed = parseAddress(`https://${rest}`)
  if (parsed?.username !== '' || !looksPublic.test(parsed.hostname)) return null
  const {href, pathname} = parsed
  const address = pathname === '/' && href.endsWith('/') ? href.slice(0, -1) : href
  return webAddressProblem(address) === null ? address : null
}

/** A host whose last part is a word, as every top-level domain is, in any script. */
const looksPublic = /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/

/**
 * The address that becomes of what staff typed into a field for one, or null where nothing is to be mended: it is right,
 * or it is none. Several words are a sentence, and what begins with a slash is meant as a part of this site.
 */
export function completedAddress(typed: string): string | null {
  const words = typed.trim()
  if (words === '' || addressProblem(typed) === null || /\s|^[/#]/.test(words)) return null
  return addressProblem(words) === null ? words : mendedAddress(words)
}

/** What is wrong with a link, or null: it leads to a page of this site or to an allowed address. */
export function linkProblem(link: Link | undefined): string | null {
  if (!link) return 'Say where the link leads.'
  if (link.linkType === 'internal') return link.page?._ref ? null : 'Choose the page that the link leads to.'
  return addressProblem(link.href)
}
