import {settings} from '#components/gallery/content.ts'
import {exhibits} from '#components/gallery/exhibits.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Site} from '#components/site/index.tsx'
import {galleryAddress} from '#lib/gallery.ts'

export default function GalleryPage() {
  return (
    <Site settings={settings} path={null}>
      <PageFrame title="Component gallery">
        <ul>
          {exhibits.map(({slug, title}) => (
            <li key={slug}>
              <a href={`${galleryAddress}/${slug}`}>{title}</a>
            </li>
          ))}
        </ul>
      </PageFrame>
    </Site>
  )
}
