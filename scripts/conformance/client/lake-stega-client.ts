/** Stands in for `@sanity/client/stega` in the client's own tests, as `lake-client.ts` does for the rest. */
import {createClient as createRealClient} from '@sanity/client-for-studio/stega'
import {lakeConfigOf} from './lake-config.ts'

export * from '@sanity/client-for-studio/stega'

export const createClient: typeof createRealClient = (config) => createRealClient(lakeConfigOf(config))
