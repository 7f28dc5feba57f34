import {LockIcon} from '@sanity/icons/Lock'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {getPublishedId, type ObjectInputProps, useEditState, useFormValue} from 'sanity'
import {IntentLink} from 'sanity/router'
import {styled} from 'styled-components'
import {proofIdOf} from '#lib/testimonials.ts'
import {inDrafts} from './perspective/drafts-link.ts'
import {RowTitle, wholeRow} from './whole-row.ts'

const RowLink = styled(IntentLink)`${wholeRow}`

/**
 * The attribution of a testimonial, with the way to its proof below: what is missing there is said here. A testimonial
 * is made by the first word in it; before that there is nothing to prove.
 */
export function AttributionInput(props: ObjectInputProps) {
  const [id, createdAt] = [useFormValue(['_id']), useFormValue(['_createdAt'])]
  return (
    <Stack gap={4}>
      {props.renderDefault(props)}
      {typeof id === 'string' && createdAt !== undefined && <ProofLink id={proofIdOf(getPublishedId(id))} />}
    </Stack>
  )
}

function ProofLink({id}: {id: string}) {
  const {draft, published, ready} = useEditState(id, 'testimonialProof')
  const titleId = useId()
  const isMissing = ready && draft === null && published === null
  return (
    <Card
      border
      radius={2}
      padding={3}
      style={{position: 'relative'}}
      tone={isMissing ? 'caution' : 'default'}
    >
      <RowLink
        intent="edit"
        params={{id, type: 'testimonialProof'}}
        searchParams={inDrafts}
        aria-labelledby={titleId}
      />
      <Flex gap={3}>
        <Text size={1} aria-hidden>
          <LockIcon />
        </Text>
        <Stack gap={3} flex={1}>
          <RowTitle id={titleId} size={1} weight="semibold">
            {isMissing ? 'Fill in the private proof' : 'Open the private proof'}
          </RowTitle>
          <Text size={1} muted>
            Who really said it, how to reach them, and their permission. Only colleagues see it.
          </Text>
        </Stack>
      </Flex>
    </Card>
  )
}
