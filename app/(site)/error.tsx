'use client'

import {Unavailable} from '#components/page/unavailable.tsx'

export default function ErrorPage() {
  return (
    <main>
      <Unavailable />
    </main>
  )
}
