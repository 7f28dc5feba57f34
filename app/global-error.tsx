'use client'

import '#components/tokens.css'
import '#components/base.css'
import {Unavailable} from '#components/page/unavailable.tsx'
import {unavailableWords} from '#components/page/unavailable-words.ts'

/** Stands in for the whole page when even its frame could not be made. */
export default function GlobalError() {
  return (
    <html lang="en-GB">
      <head>
        <title>{unavailableWords.title}</title>
      </head>
      <body>
        <main>
          <Unavailable />
        </main>
      </body>
    </html>
  )
}
