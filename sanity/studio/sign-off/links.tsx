import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import type {SentLink} from '#sanity/sign-off/ask.ts'
import type {Notice} from '#sanity/sign-off/tell.ts'
import {Announced} from './announced.tsx'
import {ToldByLetter} from './told.tsx'

type Properties = {
  links: readonly SentLink[]
  /** Who was told that somebody new is asked. */
  told?: readonly Notice[]
  onClose: () => void
}

/** The links that were made, which are shown this once: what is kept of them opens nothing. */
export function Links({links, told = [], onClose}: Properties) {
  return (
    <Announced>
      {links.map(({reviewer, address, mailed}) => (
        <Card
          key={reviewer.id}
          padding={4}
          radius={2}
          border
          tone={mailed ? 'positive' : 'caution'}
          role="status"
        >
          <Stack gap={3}>
            <Text size={1}>
              {mailed
                ? `A letter with the link went to ${reviewer.name}, ${reviewer.email}.`
                : `The letter to ${reviewer.name}, ${reviewer.email}, could not be sent. Copy the link, and send it yourself.`}
            </Text>
            <Flex gap={2} align="center">
              <Card flex={1} overflow="auto" padding={2} radius={2}>
                <Text size={1}>
                  <code>{address}</code>
                </Text>
              </Card>
              <CopyButton text={address} />
            </Flex>
          </Stack>
        </Card>
      ))}
      <Text size={1} muted>
        With the link alone people can only read: an answer is confirmed with a code, which goes to the same
        address. You see the link here once, and not again.
      </Text>
      {told.length > 0 && (
        <Stack gap={3}>
          <Text size={1}>
            Somebody was asked who has not been asked for this school before. Those who answered for it until
            now know of that:
          </Text>
          <ToldByLetter told={told} />
        </Stack>
      )}
      <Button text="Done" tone="primary" onClick={onClose} />
    </Announced>
  )
}

function CopyButton({text}: {text: string}) {
  const toast = useToast()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.push({status: 'success', title: 'Link copied'}),
      () => toast.push({status: 'warning', title: 'Select the link and copy it by hand'}),
    )
  return <Button mode="ghost" text="Copy link" onClick={() => void copy()} />
}
