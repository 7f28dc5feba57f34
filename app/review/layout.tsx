import '#components/tokens.css'
import '#components/base.css'
import type {Metadata} from 'next'
import type {ReactNode} from 'react'
import {preloadFont} from '#components/preload-font.ts'

export const ensureStatic = 'navigation'

export const metadata: Metadata = {title: 'Review', robots: {index: false, follow: false}}

/** Apart from the rest of the site: no draft mode, no Studio, nothing that leads away. */
export default function ReviewLayout({children}: {children: ReactNode}) {
  preloadFont()
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  )
}
