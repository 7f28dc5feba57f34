import {Button, Card, Flex, Heading, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState} from 'react'
import type {SanityClient} from 'sanity'
import {usualDays} from '#lib/sign-off/request.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import type {SentLink} from '#sanity/sign-off/ask.ts'
import {askSite, problemsOf} from '#sanity/sign-off/ask-site.ts'
import type {Described} from '#sanity/sign-off/describe.ts'
import {Links} from './links.tsx'
import {Problems} from './problems.tsx'

type Properties = {
  client: SanityClient
  subject: Subject
  described: Described
  onDone: () => void
}

/** What staff can do besides asking, which is an action of the document. */
export function Actions({client, subject, described, onDone}: Properties) {
  const [problems, setProblems] = useState<readonly string[]>([])
  const [links, setLinks] = useState<readonly SentLink[]>([])
  const run = async <Answer,>(question: {do: string; [name: string]: unknown}): Promise<Answer | null> => {
    setProblems([])
    try {
      const answer = await askSite<Answer>(client, subject, question)
      onDone()
      return answer
    } catch (error) {
      setProblems(problemsOf(error))
      return null
    }
  }
  const {progress, mayPublish, mayOverride, isEmpty} = described
  const request = progress?.request.id
  const isOpen = progress !== null && ['waiting', 'changes-asked', 'expired'].includes(progress.state)
  const sendAgain = async (reviewer: string) => {
    const link = await run<SentLink>({do: 'send-again', request, reviewer})
    if (link !== null) setLinks([link])
  }
  return (
    <Stack gap={4}>
      {problems.length > 0 && <Problems problems={problems} />}
      {links.length > 0 && <Links links={links} onClose={() => setLinks([])} />}
      {isOpen && (
        <Flex gap={2} wrap="wrap">
          {progress.reviewers
            .filter(({answer}) => answer === null && progress.state !== 'expired')
            .map(({reviewer}) => (
              <Button
                key={reviewer.id}
                mode="ghost"
                text={`Send ${reviewer.name} the link again`}
                onClick={() => void sendAgain(reviewer.id)}
              />
            ))}
          <Button
            mode="ghost"
            text={`Give ${usualDays} more days`}
            onClick={() => void run({do: 'extend', request, days: usualDays})}
          />
          <Button mode="ghost" text="Stop the links" onClick={() => void run({do: 'revoke', request})} />
          <Button
            mode="ghost"
            tone="critical"
            text="End the request"
            onClick={() => void run({do: 'cancel', request, why: ''})}
          />
        </Flex>
      )}
      {mayOverride && !mayPublish && !isEmpty && (
        <Override onOverride={(why) => run({do: 'override', why})} />
      )}
    </Stack>
  )
}

function Override({onOverride}: {onOverride: (why: string) => Promise<unknown>}) {
  const [why, setWhy] = useState('')
  const id = useId()
  return (
    <Card padding={4} radius={2} border>
      <Stack gap={4}>
        <Heading as="h2" size={1}>
          Publish without the school’s agreement
        </Heading>
        <Text as="label" htmlFor={id} size={1}>
          Write why. The reason is kept, and whoever was asked last gets it by e-mail.
        </Text>
        <TextArea id={id} rows={3} value={why} onChange={({currentTarget}) => setWhy(currentTarget.value)} />
        <Flex>
          <Button tone="caution" text="Allow these words" onClick={() => void onOverride(why)} />
        </Flex>
      </Stack>
    </Card>
  )
}
