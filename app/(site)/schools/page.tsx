import type {Metadata} from 'next'
import {ownPageMetadata} from '#components/page/metadata.ts'
import {PageFrame} from '#components/page/page-frame.tsx'
import {SchoolDirectory} from '#components/school-list/directory.tsx'
import {Site} from '#components/site/index.tsx'
import {schoolList} from '#lib/slugs.ts'
import {getSchools, getSettings} from '#sanity/lib/content.ts'

export async function generateMetadata(): Promise<Metadata> {
  return ownPageMetadata(schoolList, await getSettings())
}

export default async function SchoolsPage() {
  return (
    <Site settings={await getSettings()} path={schoolList.path}>
      <PageFrame title={schoolList.heading}>
        <SchoolDirectory schools={await getSchools()} />
      </PageFrame>
    </Site>
  )
}
