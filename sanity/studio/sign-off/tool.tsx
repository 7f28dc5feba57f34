import {Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {IntentLink} from 'sanity/router'
import {dayInWords} from '#lib/dates.ts'
import {stateWords} from '#lib/sign-off/state-words.ts'
import type {Listed} from '#sanity/sign-off/list.ts'
import {inDrafts} from '../perspective/drafts-link.ts'
import type {Load} from './follow.ts'
import {followList} from './followed-list.ts'
import {Problems} from './problems.tsx'

/** The tool “Sign-off”: what waits for a school, and what a school is waiting for. */
export function SignOffTool() {
  const load = useList()
  return (
    <Card height="fill" overflow="auto" style={{position: 'relative'}}>
      <Container width={1} padding={4} paddingTop={5}>
        <Stack as="main" gap={5}>
          <Stack gap={4}>
            <Heading as="h1" size={3}>
              Sign-off
            </Heading>
            <Text muted>What schools are asked, what they answered, and what is not agreed to yet.</Text>
          </Stack>
          {load.state === 'loading' && (
            <Flex gap={3} align="center" role="status">
              <Spinner />
              <Text size={1}>Asking how everything stands …</Text>
            </Flex>
          )}
          {load.state === 'failed' && <Problems problems={load.problems} />}
          {load.state === 'ready' && <List listed={load.answer} />}
        </Stack>
      </Container>
    </Card>
  )
}

function useList(): Load<Listed[]> {
  const client = useClient({apiVersion: '2025-02-19'})
  const [load, setLoad] = useState<Load<Listed[]>>({state: 'loading'})
  useEffect(() => followList(client, setLoad), [client])
  return load
}

function List({listed}: {listed: readonly Listed[]}) {
  if (listed.length === 0)
    return (
      <Card padding={4} radius={3} border tone="positive" role="status">
        <Text>Nothing waits for an answer, and everything that visitors read is agreed to.</Text>
      </Card>
    )
  return (
    <Stack as="ul" gap={3} style={{listStyle: 'none', padding: 0, margin: 0}}>
      {listed.map((each) => (
        <Row key={each.subject.id} listed={each} />
      ))}
    </Stack>
  )
}

function Row({
  listed: {subject, title, words, state, waitingFor, dueOn, isOverdue, withoutAgreement},
}: {
  listed: Listed
}) {
  const {title: standing, meaning} = stateWords[state]
  return (
    <Card
      as="li"
      border
      radius={3}
      padding={4}
      tone={withoutAgreement !== null || isOverdue ? 'caution' : 'default'}
    >
      <Stack gap={3}>
        <Text weight="semibold">
          <IntentLink
            intent="edit"
            params={{id: subject.id, type: subject.type, view: 'sign-off'}}
            searchParams={inDrafts}
          >
            {title}
          </IntentLink>
        </Text>
        {words !== '' && <Text size={1}>{words}</Text>}
        <Text size={1} weight="medium">
          {isOverdue ? 'Overdue: no answer yet' : standing}
        </Text>
        <Text size={1} muted>
          {waitingFor.length > 0
            ? `Asked: ${waitingFor.join(', ')}. To be answered by ${dayInWords(dueOn)}.`
            : meaning}
        </Text>
        {withoutAgreement !== null && (
          <Text size={1} weight="semibold">
            {withoutAgreement === 'hidden'
              ? 'Visitors do not see what is published.'
              : 'Visitors see what is published, though nobody has agreed to it.'}
          </Text>
        )}
      </Stack>
    </Card>
  )
}
