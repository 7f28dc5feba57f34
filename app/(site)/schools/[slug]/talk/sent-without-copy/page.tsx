import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {EnquirySent} from '#components/enquiry/sent.tsx'
import {Site} from '#components/site/index.tsx'
import {sentAddress} from '#lib/site-addresses.ts'
import {getSchool, getSettings} from '#sanity/lib/content.ts'

export {generateStaticParams} from '../../school-params.ts'

type Properties = {params: Promise<{slug: string}>}

export const metadata: Metadata = {title: 'Your message has been sent', robots: {index: false, follow: false}}

export default async function SentWithoutCopyPage({params}: Properties) {
  const {slug} = await params
  const school = await getSchool(slug)
  if (school === null) notFound()
  const settings = await getSettings()
  return (
    <Site settings={settings} path={sentAddress(slug, false)}>
      <EnquirySent school={school} trust={settings.contact} withCopy={false} />
    </Site>
  )
}
