import {Sections} from '#components/sections/index.tsx'
import type {Page as PageContent} from '#sanity/lib/content/page.ts'
import {PageFrame} from './page-frame.tsx'

/** A page that staff composed of sections. */
export function Page({page}: {page: PageContent}) {
  return (
    <PageFrame title={page.title} trail={page.trail}>
      <Sections sections={page.sections} />
    </PageFrame>
  )
}
