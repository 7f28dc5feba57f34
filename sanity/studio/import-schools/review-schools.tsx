import {Button, Card, Flex, Heading, Inline, Stack, Text} from '@sanity/ui'
import {dayInWords} from '#lib/dates.ts'
import type {Entry, EntryKind} from '#lib/register/entry.ts'
import {kindTitles} from '#lib/register/summary.ts'
import {type Ticked, tickedAll, tickedAtFirst} from '#lib/register/ticked.ts'
import {schoolsCounted} from '#lib/register/trusts.ts'
import {Problem} from './problem.tsx'
import {type EntryProperties, SchoolEntry} from './school-entry.tsx'
import type {Review, SchoolImport} from './use-import.ts'

type Properties = {review: Review; schoolImport: SchoolImport}

/** Everything that an import would do, to be ticked, and the button that does it. */
export function ReviewSchools({review, schoolImport}: Properties) {
  const {prepared, ticked, problem} = review
  const {comparison, trust, takenOn, trustNotes} = prepared
  const otherTrust = comparison.otherTrust === null ? [] : [comparison.otherTrust]
  const tick = (next: Ticked) => schoolImport.tick(review, next)
  const all = tickedAll(comparison)
  const tickable = comparison.entries.filter(({kind}) => kind !== 'unchanged')
  return (
    <Stack gap={5}>
      <Stack gap={4}>
        <Text>
          <strong>{trust.name}</strong>, Group UID {trust.uid}, with the facts of {dayInWords(takenOn)}.
        </Text>
        <Inline gap={2}>
          <Button mode="ghost" text="Choose another trust" onClick={() => schoolImport.changeTrust(review)} />
          <Button mode="ghost" text="Choose other files" onClick={() => schoolImport.startAgain()} />
        </Inline>
      </Stack>
      {problem !== null && (
        <Stack gap={3}>
          <Problem>{problem}</Problem>
          <Flex>
            <Button text="Compare again" onClick={() => schoolImport.compareAgain(review)} />
          </Flex>
        </Stack>
      )}
      <Notes notes={[...otherTrust, ...trustNotes, ...comparison.notes]} />
      {tickable.length === 0 && (
        <Card padding={4} radius={2} tone="positive" border role="status">
          <Text>The site says what the register says: there is nothing to import.</Text>
        </Card>
      )}
      {kindsIn(comparison.entries).map((kind) => (
        <Group
          key={kind}
          kind={kind}
          entries={comparison.entries.filter((entry) => entry.kind === kind)}
          ticked={ticked}
          onTick={tick}
          onRename={(urn, name) => schoolImport.rename(review, urn, name)}
        />
      ))}
      <Card
        border
        padding={3}
        radius={2}
        style={{position: 'sticky', bottom: 0, zIndex: 1}}
        role="group"
        aria-label="Import"
      >
        <Stack gap={3}>
          <Text size={1} role="status">
            {ticked.size} of {schoolsCounted(tickable.length)} ticked
            {all.size < tickable.length && ` · “Tick all” leaves out what the file does not say for certain`}
          </Text>
          <Flex gap={2} wrap="wrap">
            <Button mode="ghost" text="Tick all" onClick={() => tick(all)} />
            <Button mode="ghost" text="Tick none" onClick={() => tick(new Map())} />
            <Button mode="ghost" text="As suggested" onClick={() => tick(tickedAtFirst(comparison))} />
            <Button
              text={`Import ${schoolsCounted(ticked.size)}`}
              disabled={ticked.size === 0}
              onClick={() => schoolImport.apply(review)}
            />
          </Flex>
        </Stack>
      </Card>
    </Stack>
  )
}

function kindsIn(entries: readonly Entry[]): EntryKind[] {
  return [...new Set(entries.map(({kind}) => kind))]
}

function Notes({notes}: {notes: string[]}) {
  if (notes.length === 0) return null
  return (
    <Card padding={4} radius={2} tone="caution" border>
      <Stack as="ul" gap={3} style={{margin: 0, paddingLeft: '1.2em'}}>
        {notes.map((note) => (
          <Text as="li" key={note} size={1} style={{display: 'list-item'}}>
            {note}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

type GroupProperties = Omit<EntryProperties, 'entry'> & {kind: EntryKind; entries: Entry[]}

function Group({kind, entries, ...rest}: GroupProperties) {
  return (
    <Stack as="section" gap={4} aria-labelledby={`schools-${kind}`}>
      <Heading as="h2" size={2} id={`schools-${kind}`}>
        {kindTitles[kind]} ({entries.length})
      </Heading>
      <Stack as="ul" gap={2} style={{listStyle: 'none', padding: 0, margin: 0}}>
        {entries.map((entry) => (
          <SchoolEntry key={entry.urn} entry={entry} {...rest} />
        ))}
      </Stack>
    </Stack>
  )
}
