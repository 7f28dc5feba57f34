import {Card, Heading, Stack, Text} from '@sanity/ui'
import {dayInWords} from '#lib/dates.ts'
import {momentInWords} from '#lib/sign-off/moment.ts'
import {isOpen, type RequestState} from '#lib/sign-off/request-state.ts'
import type {RequestProgress, ReviewerProgress} from '#lib/sign-off/state.ts'

/** Who was asked last, and what each said. */
export function Reviewers({progress: {request, state, reviewers, until}}: {progress: RequestProgress}) {
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        {state === 'waiting' ? 'Who is asked' : 'Who was asked'}
      </Heading>
      <Text size={1} muted>
        Round {request.round}, asked by {request.byName} on {momentInWords(request.at)}, to be answered by{' '}
        {dayInWords(request.dueOn)}.{' '}
        {reviewers.every(({isStopped}) => isStopped)
          ? 'The links were stopped.'
          : `The links work until ${momentInWords(until)}.`}
      </Text>
      {reviewers.map((each) => (
        <Card key={each.reviewer.id} padding={3} radius={2} border>
          <Stack gap={3}>
            <Text size={1} weight="semibold">
              {each.reviewer.name}
              {each.reviewer.role === '' ? '' : `, ${each.reviewer.role}`}
            </Text>
            <Text size={1} muted>
              {each.reviewer.email}
              {each.reviewer.required ? '' : ' · need not answer'}
            </Text>
            <Text size={1}>{answerOf(each, state)}</Text>
            {each.answer !== null && each.answer.passage !== '' && <Quoted words={each.answer.passage} />}
            {each.answer !== null && each.answer.comment !== '' && (
              <Text size={1} style={{whiteSpace: 'pre-line'}}>
                {each.answer.comment}
              </Text>
            )}
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

function Quoted({words}: {words: string}) {
  return (
    <Text size={1} muted style={{whiteSpace: 'pre-line'}}>
      About “{words}”:
    </Text>
  )
}

function answerOf({answer, openedAt, isStopped}: ReviewerProgress, state: RequestState): string {
  if (answer !== null) {
    const who = answer.onBehalfOf === '' ? '' : `, on behalf of ${answer.onBehalfOf}`
    return `${answer.answer === 'yes' ? 'Said yes' : 'Asked for changes'} on ${momentInWords(answer.at)}${who}.`
  }
  if (isStopped && isOpen(state))
    return 'No answer yet. The link was stopped, so no answer can come until you send the link again.'
  // Mail filters open links too, so this does not say that anybody has read it.
  return openedAt === null
    ? 'No answer yet.'
    : `No answer yet. The link was opened on ${momentInWords(openedAt)}.`
}
