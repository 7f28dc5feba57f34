import '#components/tokens.css'
import '#components/base.css'
import type {Metadata} from 'next'
import {NotFound} from '#components/page/not-found.tsx'
import {preloadFont} from '#components/preload-font.ts'
import {Site} from '#components/site/index.tsx'
import {getSettings} from '#sanity/lib/content.ts'

export const metadata: Metadata = {title: 'Page not found', robots: {index: false}}

/** A whole page, made ahead of its visitors: `proxy.ts` shows it at every address where nothing is. */
export default async function GlobalNotFound() {
  preloadFont()
  const settings = await getSettings()
  return (
    <html lang="en-GB">
      <body>
        <Site settings={settings} path={null}>
          <NotFound settings={settings} />
        </Site>
      </body>
    </html>
  )
}
