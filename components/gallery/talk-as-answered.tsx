'use client'

import type {ComponentProps} from 'react'
import {TalkToSchool} from '#components/enquiry/index.tsx'

type Properties = Omit<ComponentProps<typeof TalkToSchool>, 'action'>

/** The form as the site gave it back. It sends nothing: its action is the browser's own, and changes nothing there. */
export function TalkAsAnswered(properties: Properties) {
  return <TalkToSchool {...properties} action={async (before) => before} />
}
