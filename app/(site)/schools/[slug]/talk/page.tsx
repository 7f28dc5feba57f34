import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {TalkToSchool} from '#components/enquiry/index.tsx'
import {talkTrail} from '#components/enquiry/trail.ts'
import {talkMetadata} from '#components/page/metadata.ts'
import {Site} from '#components/site/index.tsx'
import {TrailData} from '#components/structured-data/index.tsx'
import {env} from '#lib/env.ts'
import {talkAddress} from '#lib/site-addresses.ts'
import {getSchool, getSettings} from '#sanity/lib/content.ts'
import {sendEnquiry} from './send-enquiry.ts'

export {generateStaticParams} from '../school-params.ts'

type Properties = {params: Promise<{slug: string}>}

export async function generateMetadata({params}: Properties): Promise<Metadata> {
  const {slug} = await params
  const school = await getSchool(slug)
  return school === null ? {} : talkMetadata(school, await getSettings())
}

export default async function TalkPage({params}: Properties) {
  const {slug} = await params
  const school = await getSchool(slug)
  if (school === null) notFound()
  const settings = await getSettings()
  return (
    <Site settings={settings} path={talkAddress(slug)}>
      <TalkToSchool
        slug={slug}
        school={school}
        trust={settings.contact}
        takesMail={env().mail.kind !== 'none'}
        action={sendEnquiry}
      />
      <TrailData trail={talkTrail(school)} />
    </Site>
  )
}
