import {Card, Stack, Text} from '@sanity/ui'
import {useEffect, useRef} from 'react'

/** What the site said against something. It takes the focus: it may stand where nobody looks. */
export function Problems({problems}: {problems: readonly string[]}) {
  const card = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same said once more is news too.
  useEffect(() => card.current?.focus(), [problems])
  return (
    <Card ref={card} padding={4} radius={2} tone="critical" border role="alert" tabIndex={-1}>
      <Stack gap={3}>
        {problems.map((problem) => (
          <Text key={problem} size={1}>
            {problem}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
