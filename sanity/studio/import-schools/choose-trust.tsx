import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {matchingTrusts, schoolsCounted, type Trust} from '#lib/register/trusts.ts'
import {Problem} from './problem.tsx'

type Properties = {
  trusts: readonly Trust[]
  /** Why the last choice led nowhere, or null. */
  problem: string | null
  onChoose: (trust: Trust) => void
  onCancel: () => void
}

/** Most trusts that are listed at a time. England has about 2,500. */
const most = 12

/** The trusts of the file, to be found by name or Group UID. The choice is remembered with the import. */
export function ChooseTrust({trusts, problem, onChoose, onCancel}: Properties) {
  const [typed, setTyped] = useState('')
  const found = typed.trim() === '' ? trusts : matchingTrusts(trusts, typed)
  return (
    <Stack gap={4}>
      {problem !== null && <Problem>{problem}</Problem>}
      {trusts.length > 1 && (
        <Stack gap={3}>
          <Text as="label" size={1} weight="medium" htmlFor="trust">
            Name or Group UID
          </Text>
          <TextInput
            id="trust"
            value={typed}
            autoComplete="off"
            onChange={({currentTarget}) => setTyped(currentTarget.value)}
          />
        </Stack>
      )}
      <Text muted size={1} role="status">
        {foundInWords(found.length, trusts.length)}
      </Text>
      <Stack as="ul" gap={2} style={{listStyle: 'none', padding: 0, margin: 0}}>
        {found.slice(0, most).map((trust) => (
          <Card as="li" key={trust.uid} border radius={2}>
            <Button
              mode="bleed"
              justify="flex-start"
              padding={4}
              style={{width: '100%'}}
              onClick={() => onChoose(trust)}
              text={`${trust.name}, Group UID ${trust.uid}, ${schoolsCounted(trust.schools)}`}
            />
          </Card>
        ))}
      </Stack>
      <Flex>
        <Button mode="ghost" text="Choose other files" onClick={onCancel} />
      </Flex>
    </Stack>
  )
}

function foundInWords(found: number, all: number): string {
  if (all === 0) return 'This file has no school of an academy trust.'
  if (found === 0) return 'No trust of this file goes by that.'
  if (found > most)
    return `${found.toLocaleString('en-GB')} trusts, of which these are the first: type more of the name.`
  return found === 1 ? '1 trust' : `${found} trusts`
}
