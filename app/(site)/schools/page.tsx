import type {Metadata} from 'next'
import {PageFrame} from '#components/page/page-frame.tsx'
import {SchoolDirectory} from '#components/school-list/directory.tsx'
import {Site} from '#components/site/index.tsx'
import {getSchools, getSettings} from '#sanity/lib/content.ts'

export const metadata: Metadata = {
  title: 'Our schools',
  description: 'Every school of the Trust, by phase, with a way to talk to each.',
  alternates: {canonical: '/schools'},
}

export default async function SchoolsPage() {
  return (
    <Site settings={await getSettings()} path="/schools">
      <PageFrame title="Our schools">
        <SchoolDirectory schools={await getSchools()} />
      </PageFrame>
    </Site>
  )
}
