import {Box, Card, Container, Heading, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useState} from 'react'
import {LoadingBlock, useClient, useSchema} from 'sanity'
import {pictureFileType} from '#lib/attention/pictures.ts'
import {linkCheckType} from '#lib/link-checks.ts'
import {type Attention, attention} from './attention.ts'
import {AttentionList} from './list.tsx'

/** The tool “Needs attention”. */
export function AttentionTool() {
  return (
    <Card as="main" height="fill" overflow="auto">
      <Container width={2} paddingX={[3, 4]} paddingTop={[4, 5]} paddingBottom={6}>
        <Stack gap={5}>
          <Heading as="h1" size={[2, 3]}>
            Needs attention
          </Heading>
          <Contents attention={useAttention()} />
        </Stack>
      </Container>
    </Card>
  )
}

function Contents({attention: known}: {attention: Attention}) {
  if (known.state === 'ready') return <AttentionList items={known.items} linksTried={known.linksTried} />
  if (known.state === 'failed') return <Failure />
  return (
    <Box paddingY={6}>
      <LoadingBlock title="Looking through everything …" />
    </Box>
  )
}

function Failure() {
  return (
    <Card tone="critical" border padding={4} radius={3} role="alert">
      <Stack gap={4}>
        <Text weight="semibold">The list could not be read</Text>
        <Text>
          The Studio asks again every few seconds, and the list appears as soon as there is an answer. If this
          stays, check your connection to the internet and load the page again.
        </Text>
      </Stack>
    </Card>
  )
}

function useAttention(): Attention {
  const client = useClient({apiVersion: '2025-02-19'})
  const types = useDocumentTypes()
  const [known, setKnown] = useState<Attention>({state: 'loading'})
  useEffect(() => {
    const subscription = attention(client, types).subscribe(setKnown)
    return () => subscription.unsubscribe()
  }, [client, types])
  return known
}

/** All types of document that staff can open, the checks of links, and the files of pictures for their names. */
function useDocumentTypes(): string[] {
  const schema = useSchema()
  return useMemo(() => {
    const isOpened = (name: string) =>
      schema.get(name)?.type?.name === 'document' && !name.startsWith('sanity.')
    return [...schema.getTypeNames().filter(isOpened), linkCheckType, pictureFileType]
  }, [schema])
}
