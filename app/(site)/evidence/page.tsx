import type {Metadata} from 'next'
import {EvidenceList} from '#components/evidence-list/index.tsx'
import {ownPageMetadata} from '#components/page/metadata.ts'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Site} from '#components/site/index.tsx'
import {claimList} from '#lib/slugs.ts'
import {getClaims, getSettings} from '#sanity/lib/content.ts'

export async function generateMetadata(): Promise<Metadata> {
  return ownPageMetadata(claimList, await getSettings())
}

export default async function EvidencePage() {
  return (
    <Site settings={await getSettings()} path={claimList.path}>
      <PageFrame title={claimList.heading}>
        <EvidenceList claims={await getClaims()} />
      </PageFrame>
    </Site>
  )
}
