import type {Metadata} from 'next'
import {EvidenceList} from '#components/evidence-list/index.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Site} from '#components/site/index.tsx'
import {getClaims, getSettings} from '#sanity/lib/content.ts'

const title = 'Our claims and their evidence'

export const metadata: Metadata = {
  title,
  description: 'Every claim that this site makes, where it makes it, and for each number its source.',
  alternates: {canonical: '/evidence'},
}

export default async function EvidencePage() {
  return (
    <Site settings={await getSettings()} path="/evidence">
      <PageFrame title={title}>
        <EvidenceList claims={await getClaims()} />
      </PageFrame>
    </Site>
  )
}
