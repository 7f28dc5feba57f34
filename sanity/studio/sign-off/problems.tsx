import {Card, Stack, Text} from '@sanity/ui'

/** What the site said against something. */
export function Problems({problems}: {problems: readonly string[]}) {
  return (
    <Card padding={4} radius={2} tone="critical" border role="alert">
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
