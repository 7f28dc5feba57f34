import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {schoolMetadata} from '#components/page/metadata.ts'
import {School} from '#components/school/index.tsx'
import {Site} from '#components/site/index.tsx'
import {SchoolData, TrailData} from '#components/structured-data/index.tsx'
import {getSchool, getSettings} from '#sanity/lib/content.ts'

export {generateStaticParams} from './school-params.ts'

type Properties = {params: Promise<{slug: string}>}

export async function generateMetadata({params}: Properties): Promise<Metadata> {
  const {slug} = await params
  const school = await getSchool(slug)
  if (school === null) return {}
  return schoolMetadata(school, await getSettings())
}

export default async function SchoolPage({params}: Properties) {
  const {slug} = await params
  const school = await getSchool(slug)
  if (school === null) notFound()
  const settings = await getSettings()
  return (
    <Site settings={settings} path={school.address}>
      <School school={school} trust={settings.contact} />
      <SchoolData school={school} trustName={settings.contact.trustName} />
      <TrailData trail={school.trail} />
    </Site>
  )
}
