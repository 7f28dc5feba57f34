import path from 'node:path'
import type {Plugin} from 'vite'

const lakeClient = path.resolve(import.meta.dirname, 'lake-client.ts')

/**
 * Puts `lake-client.ts` in the place of `@sanity/client` everywhere in the Studio's bundle, Sanity's own
 * packages included: some of them make clients of their own, which no option of the Studio reaches.
 * The module itself decides at run time whether it speaks to the embedded lake or to Sanity.
 */
export function swapSanityClient(): Plugin {
  return {
    name: 'swap-sanity-client',
    // Extracting the schema loads the Studio under Node, where there is nothing to connect to.
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler: (source, importer) =>
        source === '@sanity/client' && importer && path.resolve(importer) !== lakeClient ? lakeClient : null,
    },
  }
}

/** What Vite withholds by itself, and what a local installation keeps in its data folder, wherever that is. */
const withheld = [
  ...['.env', '.env.*', '*.{crt,pem}', '**/.git/**'],
  ...['**/.data/**', 'secrets.json', 'sessions.json', 'preferences.json', '*.sqlite', '*.sqlite-*'],
]

/**
 * Keeps the tokens of the embedded lake out of the development server, which hands out every other file of the
 * project, and lets no page of another origin read any of them: Vite lets those of all ports of this machine.
 */
export function privateServer(): Plugin {
  return {
    name: 'private-server',
    apply: 'serve',
    config: () => ({server: {cors: false, fs: {deny: withheld}}}),
  }
}

/**
 * Rewrites the page that `sanity build` writes: without the script and the fonts that come from Sanity's
 * hosts, and with its icons below `basePath`, which Sanity forgets.
 * @throws Error (a failed build) when an address of another host is left
 */
export function cleanPage(basePath: string): Plugin {
  return {
    name: 'clean-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return this.error('The Studio’s build made no index.html.')
        page.source = String(page.source)
          .replace(/<script src="https:\/\/core\.sanity-cdn\.[a-z]+\/bridge\.js"[^>]*><\/script>\s*/, '')
          .replace(/@font-face\s*{[^}]*}\s*/g, '')
          .replace(/href="\/static\//g, `href="${basePath}/static/`)
        const foreign = /<(?:script|link|img)\b[^>]*https?:\/\/[\w.-]+|url\(['"]?https?:\/\/[\w.-]+/.exec(
          page.source,
        )
        if (foreign) this.error(`The Studio’s index.html still loads from ${foreign[0]}.`)
      },
    },
  }
}
