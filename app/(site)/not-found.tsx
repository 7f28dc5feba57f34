import type {Metadata} from 'next'
import {NotFound} from '#components/page/not-found.tsx'
import {getSettings} from '#sanity/lib/content.ts'

export const metadata: Metadata = {title: 'Page not found', robots: {index: false}}

export default async function NotFoundPage() {
  return <NotFound settings={await getSettings()} />
}
