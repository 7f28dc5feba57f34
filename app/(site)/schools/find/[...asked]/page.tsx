import type {Metadata} from 'next'
import {PageFrame} from '#components/page/page-frame.tsx'
import {SchoolDirectory} from '#components/school-list/directory.tsx'
import {Site} from '#components/site/index.tsx'
import {partOfInput} from '#lib/address-part.ts'
import {type AskedSchools, askedInside} from '#lib/asked-schools.ts'
import {phases} from '#lib/schools.ts'
import {schoolList} from '#lib/slugs.ts'
import {getSchools, getSettings} from '#sanity/lib/content.ts'
import {findSchools} from '#sanity/lib/find-schools.ts'

type Properties = {params: Promise<{asked: string[]}>}

/** A build needs one address at least. What it makes for this one is never shown: see lib/answers-to-input.ts. */
export function generateStaticParams(): {asked: string[]}[] {
  return [{asked: ['any', partOfInput('school')]}]
}

export async function generateMetadata({params}: Properties): Promise<Metadata> {
  const {phase, name} = await askedOf(params)
  const phaseTitle = phases.find(({value}) => value === phase)?.title ?? ''
  const words = [name, phaseTitle, schoolList.heading].filter((part) => part !== '')
  return {title: words.join(' – '), robots: {index: false}}
}

/** Visitors know it as `/schools?phase=…&name=…`. */
export default async function FoundSchoolsPage({params}: Properties) {
  const asked = await askedOf(params)
  const schools = await getSchools()
  return (
    <Site settings={await getSettings()} path={schoolList.path}>
      <PageFrame title={schoolList.heading}>
        <SchoolDirectory schools={schools} asked={asked} found={findSchools(schools, asked)} />
      </PageFrame>
    </Site>
  )
}

async function askedOf(params: Properties['params']): Promise<AskedSchools> {
  return askedInside((await params).asked)
}
