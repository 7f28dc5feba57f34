import {frame, settings} from '#components/gallery/content.ts'
import {rooms} from '#components/gallery/exhibits.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Section} from '#components/sections/section.tsx'
import {Site} from '#components/site/index.tsx'
import {galleryAddress} from '#lib/gallery.ts'

export default function GalleryPage() {
  return (
    <Site settings={settings} path={null}>
      <PageFrame title="Component gallery">
        {rooms.map(({title, exhibits}) => (
          <Section key={title} frame={frame(title, {heading: title})}>
            <ul>
              {exhibits.map((exhibit) => (
                <li key={exhibit.slug}>
                  <a href={`${galleryAddress}/${exhibit.slug}`}>{exhibit.title}</a>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </PageFrame>
    </Site>
  )
}
