/**
 * Runs the integration tests of a checkout of `@sanity/client`, which are written for a hosted project, against a lake.
 * The address of the lake, its token, and the files of the client that is asked with are in the environment; `--root` is
 * the checkout.
 */
import path from 'node:path'
import {beyondALake} from './beyond-a-lake.ts'

const {
  CONFORMANCE_TOKEN = '',
  CONFORMANCE_CLIENT = '@sanity/client-for-studio',
  CONFORMANCE_STEGA_CLIENT = '@sanity/client-for-studio/stega',
} = process.env

const here = (file: string) => path.join(import.meta.dirname, file)

export default {
  test: {
    include: ['test/integration/**/*.integration.test.ts'],
    exclude: Object.keys(beyondALake).map((name) => `test/integration/${name}.integration.test.ts`),
    provide: {
      integrationEnv: {
        SANITY_INTEGRATION_TOKEN: CONFORMANCE_TOKEN,
        SANITY_INTEGRATION_ORG_TOKEN: '',
        SANITY_INTEGRATION_PROJECT_ID: 'local',
        SANITY_INTEGRATION_DATASET: 'production',
        SANITY_INTEGRATION_MEDIA_LIBRARY_ID: '',
        SANITY_INTEGRATION_VIDEO_ASSET_ID: '',
      },
    },
    alias: [
      {find: /^@sanity\/client$/, replacement: here('lake-client.ts')},
      {find: /^@sanity\/client\/stega$/, replacement: here('lake-stega-client.ts')},
      {find: /^@sanity\/client-for-studio$/, replacement: CONFORMANCE_CLIENT},
      {find: /^@sanity\/client-for-studio\/stega$/, replacement: CONFORMANCE_STEGA_CLIENT},
    ],
    testTimeout: 60_000,
  },
}
