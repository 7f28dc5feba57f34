/**
 * Runs the integration tests of a checkout of `@sanity/client`, which are written for a hosted project, against a lake.
 * The address of the lake and its token are in the environment; `--root` is the checkout.
 */
import path from 'node:path'
import {beyondALake} from './beyond-a-lake.ts'

const here = (file: string) => path.join(import.meta.dirname, file)

export default {
  test: {
    include: ['test/integration/**/*.integration.test.ts'],
    exclude: Object.keys(beyondALake).map((name) => `test/integration/${name}.integration.test.ts`),
    provide: {
      integrationEnv: {
        SANITY_INTEGRATION_TOKEN: process.env.CONFORMANCE_TOKEN ?? '',
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
    ],
    testTimeout: 60_000,
  },
}
