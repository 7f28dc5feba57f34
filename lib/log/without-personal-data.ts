import {isIP} from 'node:net'
import {isLoopback} from '#lib/env.ts'

/** A line of the log is for whoever runs the site, not for what somebody typed. Characters. */
const longestText = 500

/** Where what somebody looks for, or what opens a link, is part of an address of this site. */
const tellingPaths = /(\/(?:search\/for|schools\/find|review\/open|outbox)\/)[^\s"'<>)]+/g

/** What an address asks for, which may be words of a document, with spaces: up to the end, to be sure. */
const queries = /(\/\S*)\?\S.*$/s

const mailAddresses = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g

/** Longer than any word, and long enough to be a secret. */
const longRuns = /[\w-]{24,}/g

/** What a rule quotes is what somebody wrote: the name of a child, at worst. */
const quotations = /“[^”]*”/g

/** What an IPv4 or IPv6 address is written with. */
const addressLike = /[\da-f:.]{3,}/gi

/**
 * The second line of defence of the log: what is logged names no person to begin with (see `log.ts`), and this takes
 * out what gets in all the same, such as through the words of another program. Quotations, e-mail addresses, tokens,
 * what addresses ask for, and internet addresses other than those of this machine are each replaced.
 */
export function withoutPersonalData(text: string): string {
  const plain = text
    .slice(0, 4 * longestText)
    .replace(quotations, '“…”')
    .replace(tellingPaths, '$1[left out]')
    .replace(queries, '$1?[left out]')
    .replace(mailAddresses, '[e-mail address]')
    .replace(longRuns, (run) => (isTokenLike(run) ? '[token]' : run))
    .replace(addressLike, withoutInternetAddress)
  return plain.length > longestText ? `${plain.slice(0, longestText)}…` : plain
}

/** Ids of documents and of requests are of one case; what was drawn from 64 characters is of both, with digits. */
function isTokenLike(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run)
}

function withoutInternetAddress(run: string): string {
  const trailing = /[.:]+$/.exec(run)?.[0] ?? ''
  // A port may follow an address of either kind.
  const [, address = ''] = /^(.+?)(?::\d{1,5})?$/.exec(run.slice(0, run.length - trailing.length)) ?? []
  const found = [run.slice(0, run.length - trailing.length), address].find((part) => isIP(part) !== 0)
  return found === undefined || isLoopback(found) ? run : `[internet address]${trailing}`
}
