import {Card, Stack, Text} from '@sanity/ui'
import {useSchema, useValuePreview} from 'sanity'
import {IntentLink} from 'sanity/router'
import {inDrafts} from '../perspective/drafts-link.ts'
import type {Use} from './uses.ts'

const draftsFirst = ['drafts']

type Properties = {
  /** What to do, after “To”. */
  verb: string
  uses: readonly Use[]
  /** Called when one of them is opened. */
  onOpen: () => void
}

/** Where a document is used, each place with a link to it, and what to do about it. */
export function UsesList({verb, uses, onOpen}: Properties) {
  return (
    <Stack gap={4}>
      <Text size={1}>{remedy(verb, uses)}</Text>
      <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {uses.map((use) => (
          <UseRow key={use.id} use={use} onOpen={onOpen} />
        ))}
      </Stack>
    </Stack>
  )
}

function remedy(verb: string, uses: readonly Use[]): string {
  if (uses.some(({fields}) => fields.length === 0)) {
    return 'Without its private proof the testimonial is kept from visitors. Delete the testimonial, and its proof goes with it; or say here on which day permission was withdrawn.'
  }
  const others = uses.length === 1 ? 'Something else depends' : `${uses.length} others depend`
  const redirects = uses.some(({type}) => type === 'redirect')
    ? ' A redirect leads visitors here: let it lead somewhere else, or delete it.'
    : ''
  return `${others} on this. To ${verb} it, take it out there and publish that first.${redirects}`
}

function UseRow({use, onOpen}: {use: Use; onOpen: () => void}) {
  const schemaType = useSchema().get(use.type)
  const {value} = useValuePreview({
    schemaType,
    value: {_type: use.type, _id: use.id},
    // A use in a draft has its name too while the published versions are looked at.
    perspectiveStack: draftsFirst,
  })
  if (!schemaType) return null
  return (
    <Card as="li" border radius={2} padding={3}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          <IntentLink
            intent="edit"
            params={{id: use.id, type: use.type}}
            searchParams={inDrafts}
            onClick={onOpen}
          >
            {value?.title ?? '…'}
          </IntentLink>
        </Text>
        <Text size={1} muted>
          {placeOf(use, schemaType)}
        </Text>
      </Stack>
    </Card>
  )
}

type Titled = {title?: string; fields?: readonly {name: string; type: {title?: string}}[]}

/** “Settings, under Home page and Main menu”. */
function placeOf({fields, onlyInDraft}: Use, {title, fields: known}: Titled): string {
  const names = fields.map((name) => known?.find((field) => field.name === name)?.type.title ?? name)
  const where = names.length === 0 ? title : `${title}, under ${names.join(' and ')}`
  return onlyInDraft ? `${where}, in a draft only` : `${where}`
}
