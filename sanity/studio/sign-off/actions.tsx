import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {SanityClient} from 'sanity'
import {usualDays} from '#lib/sign-off/request.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import type {SentLink} from '#sanity/sign-off/ask.ts'
import {askSite, problemsOf} from '#sanity/sign-off/ask-site.ts'
import type {Described} from '#sanity/sign-off/describe.ts'
import type {Notice} from '#sanity/sign-off/tell.ts'
import {Announced} from './announced.tsx'
import {Links} from './links.tsx'
import {OverrideForm} from './override.tsx'
import {Problems} from './problems.tsx'
import {ToldByLetter} from './told.tsx'

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
  const [told, setTold] = useState<readonly Notice[]>([])
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
  const override = async (form: object) => {
    const answer = await run<{told: Notice[]}>({do: 'override', form})
    if (answer !== null) setTold(answer.told)
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
      {told.length > 0 && (
        <Announced>
          <Text size={1} weight="medium">
            These words may be published now.
          </Text>
          <ToldByLetter told={told} />
        </Announced>
      )}
      {mayOverride && !mayPublish && !isEmpty && <OverrideForm described={described} onOverride={override} />}
    </Stack>
  )
}
