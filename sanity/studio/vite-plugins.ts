import path from 'node:path'
import type {Plugin} from 'vite'

const lakeClient = path.resolve(import.meta.dirname, 'lake-client.ts')

/**
 * Puts `lake-client.ts` in the place of `@sanity/client` everywhere in the Studio, Sanity's own packages
 * included: some of them make clients of their own, which no option of the Studio reaches.
 * The module itself decides at run time whether it speaks to the embedded lake or to Sanity.
 */
export function swapSanityClient(): Plugin {
  const isSwapped = (source: string, importer: string | undefined) =>
    source === '@sanity/client' && importer !== undefined && path.resolve(importer) !== lakeClient
  return {
    name: 'swap-sanity-client',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler: (source, importer) => (isSwapped(source, importer) ? lakeClient : null),
    },
    // With hot reload Vite bundles packages beforehand, which the plugins of the Studio have no part in. Those
    // bundles leave the module out and fetch it as it is, so that there is one of it in a page.
    config: () => ({
      optimizeDeps: {
        include: ['@sanity/client-for-studio'],
        rolldownOptions: {
          plugins: [
            {
              name: 'swap-sanity-client-in-packages',
              resolveId: {
                order: 'pre',
                handler: (source, importer) =>
                  isSwapped(source, importer) ? {id: lakeClient, external: 'absolute'} : null,
              },
            },
          ],
        },
      },
    }),
  }
}

const csvEdition = 'csv-parse/browser/esm'

/** `csv-parse` reads with Node.js’s streams; it has an edition for browsers, under a name of its own. */
export function csvInBrowsers(): Plugin {
  return {
    name: 'csv-in-browsers',
    config: () => ({
      resolve: {alias: [{find: /^csv-parse$/, replacement: csvEdition}]},
      // With hot reload what is bundled only when the tool is opened would load the page anew.
      optimizeDeps: {include: [csvEdition, 'proj4', '@sanity/ui', '@sanity/icons/Revert']},
    }),
  }
}

/** Lets the Studio import the handbook’s text. Vite’s own `?raw` does not come through the site, which passes on `?raw=`. */
export function handbookText(): Plugin {
  return {
    name: 'handbook-text',
    transform: (text, file) =>
      file.endsWith('.md') ? {code: `export default ${JSON.stringify(text)}`, map: null} : null,
  }
}

/** Gives the WebSocket of hot reload an address below `/studio` that the site can pass on: not the bare base path,
 * from which Next.js takes the slash that Vite insists on. */
export function hotReloadBelowStudio(): Plugin {
  return {
    name: 'hot-reload-below-studio',
    apply: 'serve',
    config: () => ({server: {ws: {path: 'hot-reload'}}}),
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
 * Rewrites the page that Sanity makes, built or with hot reload: without the script and the fonts that come from
 * Sanity's hosts, and with its icons below `basePath`, which Sanity forgets.
 * @throws Error (a failed build) when an address of another host is left
 */
export function cleanPage(basePath: string): Plugin {
  return {
    name: 'clean-page',
    enforce: 'post',
    transformIndexHtml: {order: 'post', handler: (html) => cleaned(html, basePath)},
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return this.error('The Studio’s build made no index.html.')
        page.source = cleaned(String(page.source), basePath)
      },
    },
  }
}

function cleaned(html: string, basePath: string): string {
  const made = html
    .replace(/<script src="https:\/\/core\.sanity-cdn\.[a-z]+\/bridge\.js"[^>]*><\/script>\s*/, '')
    .replace(/@font-face\s*{[^}]*}\s*/g, '')
    .replace(/href="\/static\//g, `href="${basePath}/static/`)
  const foreign = /<(?:script|link|img)\b[^>]*https?:\/\/[\w.-]+|url\(['"]?https?:\/\/[\w.-]+/.exec(made)
  if (foreign) throw new Error(`The Studio’s index.html still loads from ${foreign[0]}.`)
  return made
}
