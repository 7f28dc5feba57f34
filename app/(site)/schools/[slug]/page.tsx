import {stegaClean} from '@sanity/client/stega'
import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {School} from '#components/school/index.tsx'
import {Site} from '#components/site/index.tsx'
import {schoolAddress} from '#sanity/lib/content/link.ts'
import {getSchool, getSettings} from '#sanity/lib/content.ts'

export {generateStaticParams} from './school-params.ts'

type Properties = {params: Promise<{slug: string}>}

export async function generateMetadata({params}: Properties): Promise<Metadata> {
  const {slug} = await params
  const school = await getSchool(slug)
  if (school === null) return {}
  const place = school.place === null ? '' : ` in ${stegaClean(school.place)}`
  return {
    title: stegaClean(school.name),
    description: `${stegaClean(school.name)}${place}: what it says about our Trust, and how to talk to it.`,
    alternates: {canonical: schoolAddress(slug)},
  }
}

export default async function SchoolPage({params}: Properties) {
  const {slug} = await params
  const school = await getSchool(slug)
  if (school === null) notFound()
  const settings = await getSettings()
  return (
    <Site settings={settings} path={schoolAddress(slug)}>
      <School school={school} trust={settings.contact} />
    </Site>
  )
}
