import path from 'node:path'
import type {Environment} from '#lib/env.ts'
import type {LocalLake} from './local-lake.ts'

/** The environment of the site's process; `.env` files are merged in already, so Next.js finds nothing new. */
export function siteVariables(
  root: string,
  environment: Environment,
  {dev}: {dev: boolean},
  lake: LocalLake | null,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(environment.port),
    HOST: environment.host,
    SITE_URL: environment.siteUrl,
    DATA_FOLDER: path.resolve(root, environment.dataFolder),
    ...(dev && {STUDIO_DEV_URL: `http://127.0.0.1:${studioPort(environment)}`}),
    ...(lake && {
      LAKE_URL: lake.url,
      SANITY_API_READ_TOKEN: lake.readToken,
      SANITY_API_WRITE_TOKEN: lake.writeToken,
      SANITY_WEBHOOK_SECRET: lake.webhookSecret,
      SIGN_OFF_KEY: lake.signOffKey,
    }),
  }
}

/** `npm run dev` serves the Studio's modules beside the site and the lake. */
export function studioPort({port}: Pick<Environment, 'port'>): number {
  return port + 2
}

/** What static pages hold besides the code: content of this dataset, absolute addresses, a word to robots, and forms. */
export function pageSettings(
  {source, siteUrl, indexable, mail}: Environment,
  lake: LocalLake | null,
): string[] {
  const content =
    source.kind === 'hosted' ? `${source.projectId}/${source.dataset}` : `local/${lake?.identity}`
  return [content, siteUrl, String(indexable), mail.kind === 'none' ? 'no mail' : 'mail']
}
