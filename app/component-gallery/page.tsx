import {settings} from '#components/gallery/content.ts'
import {rooms} from '#components/gallery/exhibits.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import {Site} from '#components/site/index.tsx'
import {galleryAddress} from '#lib/gallery.ts'

export default function GalleryPage() {
  return (
    <Site settings={settings} path={null}>
      <PageFrame title="Component gallery">
        {rooms.map((room) => (
          <section key={room.title}>
            <h2>{room.title}</h2>
            <ul>
              {room.exhibits.map(({slug, title}) => (
                <li key={slug}>
                  <a href={`${galleryAddress}/${slug}`}>{title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </PageFrame>
    </Site>
  )
}
