import {ClockIcon} from '@sanity/icons/Clock'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {type ComponentProps, useId} from 'react'
import {pathToString, useSchema, useWorkspace} from 'sanity'
import {IntentLink, Link} from 'sanity/router'
import {styled} from 'styled-components'
import type {AttentionItem, Effect, Urgency} from '#lib/attention/item.ts'
import {signOffList} from '#lib/attention/sign-off.ts'
import {inDrafts} from '../perspective/drafts-link.ts'
import {RowTitle, wholeRow} from '../whole-row.ts'
import {focusWhenShown} from './focus-field.ts'
import {effectWords, kindTitles} from './words.ts'

const looks: {
  readonly [urgency in Urgency]: {tone: 'critical' | 'caution' | 'default'; icon: typeof ClockIcon}
} = {
  now: {tone: 'critical', icon: ErrorOutlineIcon},
  due: {tone: 'caution', icon: ClockIcon},
  later: {tone: 'default', icon: InfoOutlineIcon},
}

const ToForm = styled(IntentLink)`${wholeRow}`
const ToList = styled(Link)`${wholeRow}`

/** One thing that needs attention, which opens the form at its field, or the list that it points to. */
export function AttentionRow({item}: {item: AttentionItem}) {
  const {kind, document, reason, since, effect, urgency} = item
  const schema = useSchema()
  const [titleId, reasonId] = [useId(), useId()]
  const {tone, icon: Icon} = looks[urgency]
  return (
    <Card as="li" border radius={3} tone={tone} style={{position: 'relative'}}>
      <RowLink item={item} aria-labelledby={titleId} aria-describedby={reasonId} />
      <Flex gap={3} align="flex-start" padding={[3, 4]}>
        <Text size={2} aria-hidden>
          <Icon />
        </Text>
        <Stack gap={3} flex={1}>
          <RowTitle id={titleId} weight="semibold" textOverflow="ellipsis">
            {document.title}
          </RowTitle>
          <Text size={1} muted>
            {schema.get(document.type)?.title ?? kindTitles[kind]} · {since.words}
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

type RowLinkProps = {item: AttentionItem} & Pick<ComponentProps<'a'>, 'aria-labelledby' | 'aria-describedby'>

function RowLink({item: {document, path: segments}, ...rest}: RowLinkProps) {
  const {basePath} = useWorkspace()
  if (document.type === signOffList) return <ToList href={`${basePath}/sign-off`} {...rest} />
  const path = pathToString([...segments])
  return (
    <ToForm
      intent="edit"
      params={{id: document.id, type: document.type, ...(path ? {path} : {})}}
      searchParams={inDrafts}
      onClick={() => path && focusWhenShown(path)}
      {...rest}
    />
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
