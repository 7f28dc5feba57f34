'use client'

import {useEffect, useRef} from 'react'
import {ProblemSummary, type SummaryProperties} from './problem-summary.tsx'

/** The summary of what is wrong where a script answers the form: it takes the focus each time. */
export function ErrorSummary(properties: SummaryProperties) {
  const summary = useRef<HTMLElement>(null)
  // The same form sent once more makes another list, also when the same is wrong.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => summary.current?.focus(), [properties.problems])
  return <ProblemSummary {...properties} summary={summary} />
}
