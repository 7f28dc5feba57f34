import {Sections} from '#components/sections/index.tsx'
import {openingOf} from '#components/sections/opening.ts'
import {PictureSection} from '#components/sections/picture/index.tsx'
import {RichTextSection} from '#components/sections/rich-text/index.tsx'
import type {Page as PageContent} from '#sanity/lib/content/page.ts'
import {PageFrame} from './page-frame.tsx'

/** A page that staff composed of sections. */
export function Page({page}: {page: PageContent}) {
  const opening = openingOf(page.sections)
  if (opening === null) {
    return (
      <PageFrame title={page.title} trail={page.trail}>
        <Sections sections={page.sections} />
      </PageFrame>
    )
  }
  const {words, picture, others} = opening
  const drawn = {
    words: <RichTextSection section={words} />,
    picture: <PictureSection section={picture} opens />,
  }
  return (
    <PageFrame title={page.title} trail={page.trail} opening={drawn}>
      <Sections sections={others} />
    </PageFrame>
  )
}
