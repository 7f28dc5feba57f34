import {
  type ClientConfig,
  createClient as createSanityClient,
  type SanityClient,
} from '@sanity/client-for-studio'
import {createStreamFetch} from '../lake/listen/stream-client.ts'
import type {} from './runtime-configuration.ts'

/**
 * Stands in for `@sanity/client` in the Studio's bundle. When the page says where the embedded lake is, every
 * client goes there, whoever makes it, and all listeners of the tab share one WebSocket. Without that it is
 * `@sanity/client` as it comes.
 */
export * from '@sanity/client-for-studio'

/** As `createClient` of `@sanity/client`. Clients made from it by `withConfig` and `clone` keep what is set here. */
export function createClient(config: ClientConfig): SanityClient {
  return createSanityClient({...config, ...lakeConnection()})
}

let connection: Pick<ClientConfig, 'apiHost' | 'useProjectHostname' | 'resolveFetch'> | undefined

/** One for the whole tab: `@sanity/client` shares streams between clients whose `resolveFetch` is the same. */
function lakeConnection(): typeof connection {
  const lakePath = globalThis.window?.__studio?.lakePath
  if (!lakePath) return undefined
  if (!connection) {
    const apiHost = `${window.location.origin}${lakePath}`
    const fetch = createStreamFetch(apiHost, (input, init) => globalThis.fetch(input, init))
    connection = {apiHost, useProjectHostname: false, resolveFetch: () => fetch}
  }
  return connection
}
