import {ClockIcon} from '@sanity/icons/Clock'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {pathToString, useSchema} from 'sanity'
import {IntentLink} from 'sanity/router'
import {styled} from 'styled-components'
import type {AttentionItem, Effect, Urgency} from '#lib/attention/item.ts'
import {inDrafts} from '../perspective/drafts-link.ts'
import {RowTitle, wholeRow} from '../whole-row.ts'
import {focusWhenShown} from './focus-field.ts'
import {effectWords} from './words.ts'

const looks: {
  readonly [urgency in Urgency]: {tone: 'critical' | 'caution' | 'default'; icon: typeof ClockIcon}
} = {
  now: {tone: 'critical', icon: ErrorOutlineIcon},
  due: {tone: 'caution', icon: ClockIcon},
  later: {tone: 'default', icon: InfoOutlineIcon},
}

const RowLink = styled(IntentLink)`${wholeRow}`

/** One thing that needs attention, which opens the form at its field. */
export function AttentionRow({item}: {item: AttentionItem}) {
  const {document, reason, since, effect, urgency} = item
  const path = pathToString([...item.path])
  const schema = useSchema()
  const [titleId, reasonId] = [useId(), useId()]
  const {tone, icon: Icon} = looks[urgency]
  return (
    <Card as="li" border radius={3} tone={tone} style={{position: 'relative'}}>
      <RowLink
        intent="edit"
        params={{id: document.id, type: document.type, ...(path ? {path} : {})}}
        searchParams={inDrafts}
        onClick={() => path && focusWhenShown(path)}
        aria-labelledby={titleId}
        aria-describedby={reasonId}
      />
      <Flex gap={3} align="flex-start" padding={[3, 4]}>
        <Text size={2} aria-hidden>
          <Icon />
        </Text>
        <Stack gap={3} flex={1}>
          <RowTitle id={titleId} weight="semibold" textOverflow="ellipsis">
            {document.title}
          </RowTitle>
          <Text size={1} muted>
            {schema.get(document.type)?.title ?? document.type} · {since.words}
          </Text>
          <Text size={1} id={reasonId}>
            {reason}
          </Text>
          {effect !== 'none' && <EffectOnVisitors effect={effect} />}
        </Stack>
      </Flex>
    </Card>
  )
}

function EffectOnVisitors({effect}: {effect: Exclude<Effect, 'none'>}) {
  const Icon = effect === 'held-back' ? EyeClosedIcon : EyeOpenIcon
  return (
    <Flex gap={2} align="center">
      <Text size={1} aria-hidden>
        <Icon />
      </Text>
      <Text size={1} weight="semibold">
        {effectWords[effect]}
      </Text>
    </Flex>
  )
}
