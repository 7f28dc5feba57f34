import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {type ComponentProps, useId} from 'react'
import {useWorkspace} from 'sanity'
import {IntentLink, Link} from 'sanity/router'
import {styled} from 'styled-components'
import {inDrafts} from '../perspective/drafts-link.ts'
import {RowTitle, wholeRow} from '../whole-row.ts'
import type {Task} from './words.ts'

const ToNew = styled(IntentLink)`${wholeRow}`
const ToPlace = styled(Link)`${wholeRow}`

/** Something that staff do, which opens where it begins. */
export function TaskRow({task: {title, about, start}}: {task: Task}) {
  const [titleId, aboutId] = [useId(), useId()]
  return (
    <Card as="li" border radius={3} style={{position: 'relative'}}>
      <StartLink start={start} aria-labelledby={titleId} aria-describedby={aboutId} />
      <Flex gap={3} align="center" padding={[3, 4]}>
        <Stack gap={3} flex={1}>
          <RowTitle id={titleId} weight="semibold">
            {title}
          </RowTitle>
          <Text size={1} muted id={aboutId}>
            {about}
          </Text>
        </Stack>
        <Text size={1} muted aria-hidden>
          <ArrowRightIcon />
        </Text>
      </Flex>
    </Card>
  )
}

type StartLinkProps = Pick<Task, 'start'> & Pick<ComponentProps<'a'>, 'aria-labelledby' | 'aria-describedby'>

function StartLink({start, ...rest}: StartLinkProps) {
  const {basePath} = useWorkspace()
  if ('create' in start)
    return <ToNew intent="create" params={{type: start.create}} searchParams={inDrafts} {...rest} />
  const {tool, path} = start
  return <ToPlace href={[basePath, tool, ...(path ? [path] : [])].join('/')} {...rest} />
}
