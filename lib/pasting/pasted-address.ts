import {addressProblem} from '../links.ts'

/** What campaigns and mailings hang on to an address to know who follows it; the page is the same without. */
const trackers = /^(?:utm_.+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hs(?:enc|mi)|mkt_tok)$/i

/** Addresses that only lead on to the one in a parameter: mail filters, and what Google makes of links in documents. */
const wrappers: readonly {host: RegExp; parameter: string}[] = [
  {host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, parameter: 'url'},
  {host: /^www\.google\.(?:com|co\.uk)$/, parameter: 'q'},
]

/**
 * The address of a pasted link as this site links it: what a mail filter wrapped is taken out, trackers are left out, and
 * `http` becomes `https`, as nearly every site answers today. Null where it may not be linked: the words stay, the link goes.
 */
export function pastedAddress(href: string | null): string | null {
  const written = href?.trim() ?? ''
  const address = URL.canParse(written) ? mended(new URL(written), written) : written
  return addressProblem(address) === null ? address : null
}

function mended(url: URL, written: string): string {
  const target = wrappedTarget(url)
  if (target !== null) return mended(target, target.href)
  const tracked = [...url.searchParams.keys()].filter((name) => trackers.test(name))
  if (tracked.length === 0) return written.replace(/^http:/i, 'https:')
  for (const name of tracked) url.searchParams.delete(name)
  return url.href.replace(/^http:/, 'https:')
}

function wrappedTarget(url: URL): URL | null {
  const wrapper = wrappers.find(({host}) => host.test(url.hostname))
  const target = wrapper ? (url.searchParams.get(wrapper.parameter) ?? '') : ''
  // A search on Google is a page of its own, and its “q” no address.
  return /^https?:/.test(target) && URL.canParse(target) ? new URL(target) : null
}
