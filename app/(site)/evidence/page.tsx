import type {Metadata} from 'next'
import {EvidenceList} from '#components/evidence-list/index.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import {getClaims} from '#sanity/lib/content.ts'

const title = 'Our claims and their evidence'

export const metadata: Metadata = {
  title,
  description: 'Every claim that this site makes, where it makes it, and for each number its source.',
  alternates: {canonical: '/evidence'},
}

export default async function EvidencePage() {
  return (
    <PageFrame title={title}>
      <EvidenceList claims={await getClaims()} />
    </PageFrame>
  )
}
