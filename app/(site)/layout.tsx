import '#components/tokens.css'
import '#components/base.css'
import {stegaClean} from '@sanity/client/stega'
import type {Metadata} from 'next'
import type {ReactNode} from 'react'
import {DraftTools} from '#components/draft-mode/index.tsx'
import {preloadFont} from '#components/preload-font.ts'
import {env} from '#lib/env.ts'
import {getSettings} from '#sanity/lib/content.ts'
import {getPreviewPerspective} from '#sanity/lib/perspective.ts'

/** Every public page is made on the server ahead of its visitors: the build fails when one no longer can be. */
export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const settings = await getSettings()
  const name = stegaClean(settings.contact.trustName)
  const tagline = stegaClean(settings.tagline)
  const {siteUrl, indexable} = env()
  return {
    metadataBase: new URL(siteUrl),
    title: {default: name, template: `%s – ${name}`},
    ...(tagline === null ? {} : {description: tagline}),
    ...(indexable ? {} : {robots: {index: false, follow: false}}),
  }
}

export default async function SiteLayout({children}: {children: ReactNode}) {
  preloadFont()
  const perspective = await getPreviewPerspective()
  return (
    <html lang="en-GB">
      <body>
        {children}
        {perspective !== null && <DraftTools showsDrafts={perspective !== 'published'} />}
      </body>
    </html>
  )
}
