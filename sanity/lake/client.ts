import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'

/**
 * What any client of Sanity's has to be told of an embedded lake.
 * @param apiHost the lake's address, or the site's with `/lake` after it
 */
export function lakeClientConfig(apiHost: string) {
  return {
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost,
    useProjectHostname: false,
    useCdn: false,
  }
}

/** A client of an embedded lake: `config` says who it is and what it sees. */
export function createLakeClient(apiHost: string, config: ClientConfig = {}): SanityClient {
  return createClient({...lakeClientConfig(apiHost), ...config})
}
