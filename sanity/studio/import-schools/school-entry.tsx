import {Box, Card, Checkbox, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {type ReactNode, useId, useState} from 'react'
import type {Difference} from '#lib/register/compare-facts.ts'
import type {Entry} from '#lib/register/entry.ts'
import {type FactName, factTitles} from '#lib/register/facts.ts'
import type {NewSchool} from '#lib/register/new-schools.ts'
import {factInWords, factsInWords, keptInWords} from '#lib/register/summary.ts'
import {everyChangeOf, type Ticked} from '#lib/register/ticked.ts'

export type EntryProperties = {
  entry: Entry
  ticked: Ticked
  onTick: (ticked: Ticked) => void
  /** Gives a school that is new another name. */
  onRename: (urn: string, name: string) => void
}

/** A school with what would change, each change to be ticked by itself. */
export function SchoolEntry(properties: EntryProperties) {
  const {entry, ticked, onTick} = properties
  const wanted = ticked.get(entry.urn)
  const isTickable = entry.kind !== 'unchanged'
  return (
    <Card as="li" border padding={3} radius={2}>
      <Stack gap={3}>
        {isTickable ? (
          <Tick
            isTicked={wanted !== undefined}
            onTick={(isTicked) => onTick(withEntry(ticked, entry, isTicked ? everyChangeOf(entry) : null))}
          >
            <Name entry={entry} />
          </Tick>
        ) : (
          <Text size={1}>
            <Name entry={entry} />
          </Text>
        )}
        <Details {...properties} />
      </Stack>
    </Card>
  )
}

/** Everything about a school below its name; nothing where there is nothing to say. */
function Details({entry, ticked, onTick, onRename}: EntryProperties) {
  const wanted = ticked.get(entry.urn)
  const {reasons, changes, kept: keptFacts, notes, creation} = entry
  if (creation === null && [reasons, changes, keptFacts, notes].every((list) => list.length === 0))
    return null
  return (
    <Stack gap={3} paddingLeft={entry.kind === 'unchanged' ? 0 : 5}>
      {creation !== null && (
        <>
          <Text size={1}>{factsInWords(creation.facts)}</Text>
          <NameOnSite creation={creation} onRename={onRename} />
        </>
      )}
      {entry.reasons.map((reason) => (
        <Text key={reason} size={1}>
          {reason}
        </Text>
      ))}
      {entry.changes.map((change) => (
        <Tick
          key={JSON.stringify(change)}
          isTicked={change.name === 'urn' ? wanted !== undefined : (wanted?.has(change.name) ?? false)}
          isFixed={change.name === 'urn'}
          onTick={(isTicked) => onTick(withFact(ticked, entry, change.name, isTicked))}
        >
          <Change {...change} />
        </Tick>
      ))}
      {entry.kept.map((kept) =>
        kept.mayTake ? (
          <Tick
            key={JSON.stringify(kept)}
            isTicked={wanted?.has(kept.name) ?? false}
            onTick={(isTicked) => onTick(withFact(ticked, entry, kept.name, isTicked))}
          >
            {keptInWords(kept)}. Tick to take the register’s.
          </Tick>
        ) : (
          <Text key={JSON.stringify(kept)} size={1} muted>
            {keptInWords(kept)}.
          </Text>
        ),
      )}
      {entry.notes.map((note) => (
        <Text key={note} size={1} muted>
          {note}
        </Text>
      ))}
    </Stack>
  )
}

/** What staff call a new school, which the register often writes in capitals. */
function NameOnSite({creation, onRename}: {creation: NewSchool; onRename: EntryProperties['onRename']}) {
  const id = useId()
  const [typed, setTyped] = useState(creation.name)
  return (
    <Stack gap={2}>
      <Text as="label" size={1} muted htmlFor={id}>
        Name on the site
      </Text>
      <TextInput
        id={id}
        fontSize={1}
        padding={2}
        value={typed}
        onChange={({currentTarget}) => {
          setTyped(currentTarget.value)
          onRename(creation.urn, currentTarget.value)
        }}
      />
    </Stack>
  )
}

function Name({entry: {name, urn, creation}}: Pick<EntryProperties, 'entry'>) {
  return (
    <>
      <strong>{name}</strong> · {urn}
      {creation !== null && ` · /schools/${creation.slug}`}
    </>
  )
}

function Change({name, before, after}: Difference) {
  return (
    <>
      {factTitles[name]}: <del>{factInWords(name, before)}</del> becomes <ins>{factInWords(name, after)}</ins>
    </>
  )
}

type TickProperties = {
  isTicked: boolean
  /** Goes with the school, whatever else is ticked. */
  isFixed?: boolean
  onTick: (isTicked: boolean) => void
  children: ReactNode
}

function Tick({isTicked, isFixed = false, onTick, children}: TickProperties) {
  return (
    <Flex as="label" gap={3} align="center">
      <Checkbox
        checked={isTicked}
        disabled={isFixed}
        onChange={({currentTarget}) => onTick(currentTarget.checked)}
      />
      <Box flex={1}>
        <Text size={1}>{children}</Text>
      </Box>
    </Flex>
  )
}

function withEntry(ticked: Ticked, {urn}: Entry, wanted: ReadonlySet<FactName> | null): Ticked {
  const next = new Map(ticked)
  if (wanted === null) next.delete(urn)
  else next.set(urn, wanted)
  return next
}

/** A school of which nothing is wanted any more is unticked itself. */
function withFact(ticked: Ticked, entry: Entry, name: FactName, isTicked: boolean): Ticked {
  const wanted = new Set(ticked.get(entry.urn))
  if (isTicked) wanted.add(name)
  else wanted.delete(name)
  const isEmpty = wanted.size === 0 && (entry.changes.length > 0 || entry.kind === 'unchanged')
  return withEntry(ticked, entry, isEmpty ? null : wanted)
}
