import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {SanityClient} from 'sanity'
import {usualDays} from '#lib/sign-off/request.ts'
import type {RequestProgress} from '#lib/sign-off/state.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import type {SentLink} from '#sanity/sign-off/ask.ts'
import {askSite, problemsOf} from '#sanity/sign-off/ask-site.ts'
import type {Described} from '#sanity/sign-off/describe.ts'
import type {Notice} from '#sanity/sign-off/tell.ts'
import {Announced} from './announced.tsx'
import {Links} from './links.tsx'
import {OverrideForm} from './override.tsx'
import {Problems} from './problems.tsx'
import {Question} from './question.tsx'
import {ToldByLetter} from './told.tsx'

type Properties = {
  client: SanityClient
  subject: Subject
  described: Described
  onDone: () => void
}

/** What came of something. */
type Outcome = {words: string; told: readonly Notice[]}

/** What staff can do besides asking, which is an action of the document. */
export function Actions({client, subject, described, onDone}: Properties) {
  const [problems, setProblems] = useState<readonly string[]>([])
  const [links, setLinks] = useState<readonly SentLink[]>([])
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const {progress, mayOverride} = described
  const run = async <Answer,>(question: {do: string; [name: string]: unknown}): Promise<Answer | null> => {
    setProblems([])
    setOutcome(null)
    try {
      const answer = await askSite<Answer>(client, subject, question)
      onDone()
      return answer
    } catch (error) {
      setProblems(problemsOf(error))
      return null
    }
  }
  const change = async (question: {do: string; [name: string]: unknown}, words: string) => {
    if ((await run(question)) !== null) setOutcome({words, told: []})
  }
  const sendAgain = async (reviewer: string) => {
    const link = await run<SentLink>({do: 'send-again', request: progress?.request.id, reviewer})
    if (link !== null) setLinks([link])
  }
  const override = async (form: object) => {
    const answer = await run<{told: Notice[]}>({do: 'override', form})
    if (answer !== null) setOutcome({words: 'These words may be shown to visitors now.', told: answer.told})
  }
  return (
    <Stack gap={4}>
      {problems.length > 0 && <Problems problems={problems} />}
      {links.length > 0 && <Links links={links} onClose={() => setLinks([])} />}
      {outcome !== null && (
        <Announced key={outcome.words}>
          <Text size={1} weight="medium" role="status">
            {outcome.words}
          </Text>
          <ToldByLetter told={outcome.told} />
        </Announced>
      )}
      {progress !== null && <OpenRequest progress={progress} onSendAgain={sendAgain} onChange={change} />}
      {mayOverride && <OverrideForm described={described} onOverride={override} />}
    </Stack>
  )
}

type OpenRequestProperties = {
  progress: RequestProgress
  onSendAgain: (reviewer: string) => Promise<void>
  /** Takes what the site is asked to do, and what staff read when it is done. */
  onChange: (question: {do: string; [name: string]: unknown}, words: string) => Promise<void>
}

/** What can be done with a request as long as somebody may answer it. */
function OpenRequest({progress: {request, state, reviewers}, onSendAgain, onChange}: OpenRequestProperties) {
  const [isEnding, setEnding] = useState(false)
  if (!['waiting', 'changes-asked', 'expired'].includes(state)) return null
  const of = {request: request.id}
  const unanswered = state === 'expired' ? [] : reviewers.filter(({answer}) => answer === null)
  return (
    <Stack gap={3}>
      <Flex gap={2} wrap="wrap">
        {unanswered.map(({reviewer}) => (
          <Button
            key={reviewer.id}
            mode="ghost"
            text={`Send ${reviewer.name} the link again`}
            onClick={() => void onSendAgain(reviewer.id)}
          />
        ))}
        <Button
          mode="ghost"
          text={`Give ${usualDays} more days`}
          onClick={() =>
            void onChange(
              {do: 'extend', ...of, days: usualDays},
              'The links work longer: the day stands above.',
            )
          }
        />
        <Button
          mode="ghost"
          text="Stop the links"
          onClick={() =>
            void onChange(
              {do: 'revoke', ...of},
              'The links so far no longer work. To get an answer, send the link again.',
            )
          }
        />
        <Button mode="ghost" tone="critical" text="End the request" onClick={() => setEnding(true)} />
      </Flex>
      {unanswered.length > 0 && (
        <Text size={1} muted>
          Stopped links open nothing: stop them when one went to the wrong person, then send the link again.
        </Text>
      )}
      {isEnding && (
        <Question
          title="End the request?"
          no="Go on asking"
          yes="End the request"
          tone="critical"
          onNo={() => setEnding(false)}
          onYes={() => {
            setEnding(false)
            void onChange({do: 'cancel', ...of, why: ''}, 'Nobody is asked any more.')
          }}
        >
          <Text size={1}>
            Nobody can answer any more, and nobody is told by letter. To ask again, you send a new request.
          </Text>
        </Question>
      )}
    </Stack>
  )
}
