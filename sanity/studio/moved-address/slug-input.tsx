import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {
  getPublishedId,
  type ObjectInputProps,
  type SanityDocument,
  useClient,
  useEditState,
  useFormValue,
} from 'sanity'
import {IntentLink} from 'sanity/router'
import {inDrafts} from '../perspective/drafts-link.ts'
import {type AboutAddress, aboutAddress, type ChosenSlug} from './look-up.ts'

/** Nobody reads a notice while typing, and each asks the lake. */
const pauseMs = 400

/** The field of an address, which says below it what publishing a new one will do, and leads to who has it already. */
export function SlugInput(props: ObjectInputProps) {
  const [id, type] = [useFormValue(['_id']), useFormValue(['_type'])]
  const after = props.value?.current
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {typeof id === 'string' && typeof type === 'string' && typeof after === 'string' && (
        <AddressNotes id={getPublishedId(id)} type={type} after={after} />
      )}
    </Stack>
  )
}

function AddressNotes({id, type, after}: {id: string; type: string; after: string}) {
  const {published, ready} = useEditState(id, type)
  const before = slugOf(published)
  const {notes, holder} = useAboutAddress(ready ? {id, type, before, after} : null)
  return (
    <div role="status">
      {(notes.length > 0 || holder !== null) && (
        <Card tone="primary" border radius={2} padding={3}>
          <Flex gap={3}>
            <Text size={1} aria-hidden>
              <InfoOutlineIcon />
            </Text>
            <Stack gap={3} flex={1}>
              {notes.map((note) => (
                <Text key={note} size={1}>
                  {note}
                </Text>
              ))}
              {holder && (
                <Text size={1}>
                  <IntentLink intent="edit" params={{id: holder.id, type}} searchParams={inDrafts}>
                    Open “{holder.name}”
                  </IntentLink>
                  , which has this address too.
                </Text>
              )}
            </Stack>
          </Flex>
        </Card>
      )}
    </div>
  )
}

function slugOf(document: SanityDocument | null): string | null {
  const slug = document?.slug
  const current = typeof slug === 'object' && slug !== null && 'current' in slug ? slug.current : null
  return typeof current === 'string' ? current : null
}

const nothing: AboutAddress = {notes: [], holder: null}

function useAboutAddress(chosen: ChosenSlug | null): AboutAddress {
  const client = useClient({apiVersion: '2025-02-19'})
  const [about, setAbout] = useState(nothing)
  const {id, type, before, after} = chosen ?? {}
  useEffect(() => {
    setAbout(nothing)
    if (id === undefined || type === undefined || before === undefined || after === undefined) return
    let isCurrent = true
    const timer = setTimeout(async () => {
      // Without an answer nothing is said: the notice is a kindness, and the site does what it says all the same.
      const found = await aboutAddress(client, {id, type, before, after}).catch(() => nothing)
      if (isCurrent) setAbout(found)
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [client, id, type, before, after])
  return about
}
