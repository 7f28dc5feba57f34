import {Card, Heading, Stack, Text} from '@sanity/ui'
import {type Difference, takesPlace} from '#lib/sign-off/differences.ts'

/** How the draft differs from what was asked about. */
export function Changes({differences}: {differences: readonly Difference[]}) {
  if (differences.length === 0) return null
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        Changed since the school was asked
      </Heading>
      {differences.map(({title, pieces}) => (
        <Card key={title} padding={3} radius={2} border>
          <Stack gap={3}>
            <Text size={1} weight="semibold">
              {title}
            </Text>
            <Text size={1} style={{whiteSpace: 'pre-line'}}>
              {pieces.length === 0
                ? 'The words are the same, but how they look or where a link leads is not.'
                : null}
              {pieces.map(({kind, words}, position) => {
                const key = `${position}`
                if (kind === 'added')
                  return (
                    <ins key={key} style={{marginInlineStart: takesPlace(pieces, position) ? '0.25em' : 0}}>
                      {words}
                    </ins>
                  )
                return kind === 'removed' ? <del key={key}>{words}</del> : <span key={key}>{words}</span>
              })}
            </Text>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
