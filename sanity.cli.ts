import {defineCliConfig} from 'sanity/cli'
import {
  cleanPage,
  csvInBrowsers,
  handbookText,
  hotReloadBelowStudio,
  privateServer,
  swapSanityClient,
} from './sanity/studio/vite-plugins.ts'

const basePath = '/studio'

/**
 * For Sanity's command line: `sanity build sanity/studio/dist`, `sanity schema extract` and
 * `sanity typegen generate`, all of which work without a network. Which project the Studio opens is
 * not known here: the page says it at run time.
 */
export default defineCliConfig({
  project: {basePath},
  deployment: {autoUpdates: false},
  schemaExtraction: {path: '.sanity/schema.json'},
  typegen: {
    schema: '.sanity/schema.json',
    path: ['./sanity/lib/**/*.ts', './components/sections/*/projection.ts'],
    // scripts/typegen.ts compares before it changes what the project keeps.
    generates: process.env.GENERATED_TYPES_FILE ?? './sanity/sanity.types.ts',
  },
  vite: (config, {isSsrBuild}) => ({
    ...config,
    // The site's public files are no part of the Studio.
    publicDir: false,
    plugins: [
      privateServer(),
      handbookText(),
      // Extracting the schema loads the Studio under Node, where there is nothing to connect to.
      ...(isSsrBuild ? [] : [swapSanityClient(), csvInBrowsers(), hotReloadBelowStudio()]),
      ...(config.plugins ?? []),
      cleanPage(basePath),
    ],
  }),
})
