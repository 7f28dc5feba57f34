import type {ReactNode} from 'react'
import {ReviewFrame} from './review-frame.tsx'

/** A few words, where there is nothing to read or to answer. */
export function ReviewMessage({
  trustName,
  title,
  children,
}: {
  trustName: string
  title: string
  children: ReactNode
}) {
  return (
    <ReviewFrame trustName={trustName} title={title}>
      {children}
    </ReviewFrame>
  )
}
