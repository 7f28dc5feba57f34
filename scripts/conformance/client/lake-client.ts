/** Stands in for `@sanity/client` in the client's own tests: the real client, told where the lake is. */
import {createClient as createRealClient} from '@sanity/client-for-studio'
import {lakeConfigOf} from './lake-config.ts'

export * from '@sanity/client-for-studio'

export const createClient: typeof createRealClient = (config) => createRealClient(lakeConfigOf(config))
