import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {Known} from '#sanity/sign-off/asked-before.ts'
import type {Described} from '#sanity/sign-off/describe.ts'
import {inWords} from './told.tsx'

type Properties = Pick<Described, 'known' | 'contact'> & {onChoose: (person: Known) => void}

/** People of the school whose address is known, so that nobody has to type it. */
export function Offered({known, contact, onChoose}: Properties) {
  return (
    <>
      <People title="Asked before" people={known} onChoose={onChoose} />
      <People title="The school’s contact" people={contact === null ? [] : [contact]} onChoose={onChoose} />
    </>
  )
}

function People({
  title,
  people,
  onChoose,
}: {
  title: string
  people: readonly Known[]
  onChoose: (person: Known) => void
}) {
  if (people.length === 0) return null
  return (
    <Stack gap={2}>
      <Text size={1} weight="medium">
        {title}
      </Text>
      <Flex gap={2} wrap="wrap">
        {people.map((person) => (
          <Button
            key={person.email}
            mode="ghost"
            padding={3}
            style={{maxWidth: '100%'}}
            onClick={() => onChoose(person)}
          >
            {/* The words of a button do not wrap by themselves, and an address may be long. */}
            <Text size={1} style={{whiteSpace: 'normal', overflowWrap: 'anywhere'}}>
              {inWords([person])}
            </Text>
          </Button>
        ))}
      </Flex>
    </Stack>
  )
}
