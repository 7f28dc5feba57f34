'use client'

import {useSyncExternalStore} from 'react'

/** What can be done with the page beside the Studio's form; hidden where it is previewed alone. */
export function EditingHint({className}: {className: string | undefined}) {
  // The Studio alone may show a draft in a frame.
  const isFramed = useSyncExternalStore(
    () => () => {},
    () => window.parent !== window,
    () => false,
  )
  return (
    <span className={className} hidden={!isFramed}>
      Click to edit; drag a section to move it; right-click it for more.
    </span>
  )
}
