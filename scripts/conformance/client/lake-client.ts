/**
 * Stands in for `@sanity/client` in the client's own tests: a real client, told where the lake is. It is the Studio's by
 * name; `vitest.config.ts` puts the one that is asked with in its place.
 */
import {createClient as createRealClient} from '@sanity/client-for-studio'
import {lakeConfigOf} from './lake-config.ts'

export * from '@sanity/client-for-studio'

export const createClient: typeof createRealClient = (config) => createRealClient(lakeConfigOf(config))
