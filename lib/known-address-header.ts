/**
 * Put on a request, inside this process, when something is known to be published at its address: `proxy.ts`, which
 * costs more than the page, is then passed by. A visitor's own is taken away, and would only lead to the same page.
 */
export const knownAddressHeader = 'x-known-address'
