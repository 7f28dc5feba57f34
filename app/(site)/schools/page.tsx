import type {Metadata} from 'next'
import {PageFrame} from '#components/page/page-frame.tsx'
import {SchoolDirectory} from '#components/school-list/directory.tsx'
import {getSchools} from '#sanity/lib/content.ts'

export const metadata: Metadata = {
  title: 'Our schools',
  description: 'Every school of the Trust, by phase, with a way to talk to each.',
  alternates: {canonical: '/schools'},
}

export default async function SchoolsPage() {
  return (
    <PageFrame title="Our schools">
      <SchoolDirectory schools={await getSchools()} />
    </PageFrame>
  )
}
