import {Card, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

/** What keeps staff from going on, said at once to those who do not see it. */
export function Problem({children}: {children: ReactNode}) {
  return (
    <Card padding={4} radius={2} tone="critical" border role="alert">
      <Text style={{whiteSpace: 'pre-line'}}>{children}</Text>
    </Card>
  )
}
