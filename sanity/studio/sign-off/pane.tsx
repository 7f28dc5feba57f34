import {Box, Card, Container, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useClient} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'
import {momentInWords} from '#lib/sign-off/moment.ts'
import {eventWords, stateWords} from '#lib/sign-off/state-words.ts'
import {isSubjectType, type Subject} from '#lib/sign-off/subjects.ts'
import type {Described} from '#sanity/sign-off/describe.ts'
import {Actions} from './actions.tsx'
import {Changes} from './changes.tsx'
import {Problems} from './problems.tsx'
import {Reviewers} from './reviewers.tsx'
import {useSignOff} from './use-sign-off.ts'

/** The view “Sign-off” of a document: where it stands, who said what, what can be done, and everything that happened. */
export const SignOffPane: UserViewComponent = ({documentId, schemaType}) =>
  isSubjectType(schemaType.name) ? <SignOff subject={{type: schemaType.name, id: documentId}} /> : null

function SignOff({subject}: {subject: Subject}) {
  const {load, again} = useSignOff(subject)
  const client = useClient({apiVersion: '2025-02-19'})
  return (
    <Container width={1} padding={4}>
      {load.state === 'loading' && (
        <Flex gap={3} align="center" role="status">
          <Spinner />
          <Text size={1}>Asking how the sign-off stands …</Text>
        </Flex>
      )}
      {load.state === 'failed' && <Problems problems={load.problems} />}
      {load.state === 'ready' && (
        <Stack gap={6}>
          <Standing described={load.answer} />
          {load.answer.progress !== null && <Reviewers progress={load.answer.progress} />}
          <Changes differences={load.answer.sinceAsked} />
          <Actions client={client} subject={subject} described={load.answer} onDone={again} />
          <History history={load.answer.history} />
        </Stack>
      )}
    </Container>
  )
}

function Standing({described: {state, isShown, isEmpty, title}}: {described: Described}) {
  if (isEmpty)
    return (
      <Text size={1}>
        There are no words yet that anybody would have to agree to. {title} appears here when there are.
      </Text>
    )
  const {title: standing, meaning} = stateWords[state]
  return (
    <Card padding={4} radius={2} border tone={tones[state] ?? 'default'}>
      <Stack gap={3}>
        <Heading as="h2" size={1}>
          {standing}
        </Heading>
        <Text size={1}>{meaning}</Text>
        <Text size={1} muted>
          {isShown ? 'Visitors see what is published now.' : 'Visitors see nothing of this at the moment.'}
        </Text>
      </Stack>
    </Card>
  )
}

const tones: {readonly [state: string]: 'positive' | 'caution' | 'critical' | 'primary' | undefined} = {
  waiting: 'primary',
  agreed: 'positive',
  'changes-asked': 'critical',
  withdrawn: 'critical',
  'not-asked': 'caution',
  'out-of-date': 'caution',
  expired: 'caution',
  overridden: 'caution',
}

function History({history}: {history: Described['history']}) {
  if (history.length === 0) return null
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        What happened
      </Heading>
      <Stack as="ol" gap={5} style={{listStyle: 'none', padding: 0, margin: 0}}>
        {history.map(({number, at, kind, who, words}) => (
          <Box as="li" key={number}>
            <Stack gap={2}>
              <Text size={1}>
                {eventWords[kind]}
                {who === '' ? '' : `: ${who}`}
              </Text>
              {words !== '' && (
                <Text size={1} style={{whiteSpace: 'pre-line'}}>
                  {words}
                </Text>
              )}
              <Text size={1} muted>
                {momentInWords(at)} · number {number}
              </Text>
            </Stack>
          </Box>
        ))}
      </Stack>
    </Stack>
  )
}
