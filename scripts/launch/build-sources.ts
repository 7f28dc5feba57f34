/** What the Studio's build reads; files and folders below the root. */
export const studioSources = [
  'sanity.cli.ts',
  'sanity.config.ts',
  'sanity/schema',
  'sanity/studio',
  'sanity/lake/http/event-format.ts',
  'sanity/lake/listen',
  'sanity/register',
  'sanity/sign-off',
  'components/sections',
  'docs/handbook',
  'docs/studio.webp',
  'lib',
  'package-lock.json',
  'tsconfig.json',
]

/** What the site's build reads. */
export const siteSources = [
  'app',
  'components',
  'lib',
  'public',
  'sanity/lib',
  'sanity/sign-off',
  'sanity/studio/serve',
  'sanity/webhook.ts',
  'sanity/sanity.types.ts',
  'cache-handler.ts',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'package-lock.json',
  'tsconfig.json',
]
