import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {env} from '#lib/env.ts'
import {assetHeaders, readStudioAsset} from '#sanity/studio/serve/asset.ts'
import {studioConfiguration, studioPolicy, withConfiguration} from '#sanity/studio/serve/shell.ts'

type Context = {params: Promise<{tool?: string[]}>}

/** The Studio: its built files below `static`, its one page for every other address. */
export async function GET(_request: Request, {params}: Context): Promise<Response> {
  const {tool = []} = await params
  const build = path.join(process.cwd(), 'sanity', 'studio', 'dist')
  if (tool[0] !== 'static') return studioPage(build)
  const asset = await readStudioAsset(path.join(build, 'static'), tool.slice(1))
  return asset
    ? new Response(asset.body, {headers: asset.headers})
    : new Response('Not found', {status: 404, headers: assetHeaders})
}

async function studioPage(build: string): Promise<Response> {
  const {source, studioDevUrl} = env()
  const built = studioDevUrl
    ? await fetch(`${studioDevUrl}/studio/`).then((answer) => answer.text())
    : await readFile(path.join(build, 'index.html'), 'utf8').catch(() => null)
  if (built === null) {
    return new Response('The Studio has not been built. Start the site with npm start, which builds it.', {
      status: 503,
      headers: assetHeaders,
    })
  }
  const html = withConfiguration(built, studioConfiguration(source))
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': studioPolicy(html, source),
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  })
}
