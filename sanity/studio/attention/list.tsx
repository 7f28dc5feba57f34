import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Badge, Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import {itemKey} from '#lib/attention/attention-items.ts'
import {
  type AttentionItem,
  type AttentionKind,
  attentionKinds,
  type Urgency,
  urgencies,
} from '#lib/attention/item.ts'
import {AttentionRow} from './row.tsx'
import {kindTitles, summary, urgencyWords} from './words.ts'

/** Everything that needs attention, by urgency; a kind can be looked at alone. */
export function AttentionList({items, linksTried}: {items: AttentionItem[]; linksTried: string}) {
  const [chosen, choose] = useState<AttentionKind | null>(null)
  // A kind of which the last item was mended is no longer offered, and all others are shown again.
  const kind = items.some((item) => item.kind === chosen) ? chosen : null
  const shown = kind === null ? items : items.filter((item) => item.kind === kind)
  const affecting = items.filter(({urgency}) => urgency === 'now').length
  return (
    <Stack gap={5}>
      <Text muted role="status">
        {items.length === 0 ? 'Nothing needs attention.' : summary(items.length, affecting)}
      </Text>
      {items.length === 0 ? <AllWell /> : <Kinds items={items} chosen={kind} choose={choose} />}
      {urgencies.map((urgency) => (
        <Group key={urgency} urgency={urgency} items={shown.filter((item) => item.urgency === urgency)} />
      ))}
      <Text size={1} muted>
        {linksTried}
      </Text>
    </Stack>
  )
}

function AllWell() {
  return (
    <Card tone="positive" border padding={5} radius={3}>
      <Flex gap={4} align="flex-start">
        <Text size={3}>
          <CheckmarkCircleIcon />
        </Text>
        <Stack gap={4} flex={1}>
          <Heading as="h2" size={1}>
            All is well
          </Heading>
          <Text>
            Nothing is held back from visitors, nothing is due, and no draft has been forgotten. When
            something needs you, it appears here by itself.
          </Text>
        </Stack>
      </Flex>
    </Card>
  )
}

type KindsProps = {
  items: AttentionItem[]
  chosen: AttentionKind | null
  choose: (kind: AttentionKind | null) => void
}

/** So many items are seen at one glance. */
const mostAtAGlance = 5

/** Chooses one kind, or all, where the list is longer than a glance. */
function Kinds({items, chosen, choose}: KindsProps) {
  const counts = attentionKinds
    .map((kind) => ({kind, count: items.filter((item) => item.kind === kind).length}))
    .filter(({count}) => count > 0)
  if (counts.length < 2 || items.length <= mostAtAGlance) return null
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label="Show">
      <Choice
        isChosen={chosen === null}
        words={`Everything (${items.length})`}
        onClick={() => choose(null)}
      />
      {counts.map(({kind, count}) => (
        <Choice
          key={kind}
          isChosen={chosen === kind}
          words={`${kindTitles[kind]} (${count})`}
          onClick={() => choose(kind)}
        />
      ))}
    </Flex>
  )
}

function Choice({isChosen, words, onClick}: {isChosen: boolean; words: string; onClick: () => void}) {
  return (
    <Button
      aria-pressed={isChosen}
      fontSize={1}
      mode={isChosen ? 'default' : 'ghost'}
      onClick={onClick}
      padding={3}
      radius={6}
      text={words}
    />
  )
}

function Group({urgency, items}: {urgency: Urgency; items: AttentionItem[]}) {
  const headingId = useId()
  if (items.length === 0) return null
  const {title, about} = urgencyWords[urgency]
  return (
    <Stack as="section" gap={4} aria-labelledby={headingId}>
      <Stack gap={3}>
        <Flex align="center" gap={2}>
          <Heading as="h2" size={1} id={headingId}>
            {title}
          </Heading>
          <Badge>{items.length}</Badge>
        </Flex>
        <Text size={1} muted>
          {about}
        </Text>
      </Stack>
      <Stack as="ul" gap={2} padding={0}>
        {items.map((item) => (
          <AttentionRow key={itemKey(item)} item={item} />
        ))}
      </Stack>
    </Stack>
  )
}
