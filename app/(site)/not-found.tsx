import type {Metadata} from 'next'
import {NotFound} from '#components/page/not-found.tsx'
import {Site} from '#components/site/index.tsx'
import {getSettings} from '#sanity/lib/content.ts'

export const metadata: Metadata = {title: 'Page not found', robots: {index: false}}

export default async function NotFoundPage() {
  const settings = await getSettings()
  return (
    <Site settings={settings} path={null}>
      <NotFound settings={settings} />
    </Site>
  )
}
