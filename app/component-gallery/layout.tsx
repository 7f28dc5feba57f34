import '#components/tokens.css'
import '#components/base.css'
import type {Metadata} from 'next'
import type {ReactNode} from 'react'

export const ensureStatic = 'navigation'

export const metadata: Metadata = {title: 'Component gallery', robots: {index: false}}

/** For developers and tests alone: `proxy.ts` answers 404 on a hosted site (see lib/gallery.ts). */
export default function GalleryLayout({children}: {children: ReactNode}) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  )
}
