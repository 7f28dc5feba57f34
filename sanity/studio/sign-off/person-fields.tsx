import {Checkbox, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {type Ref, useId} from 'react'
import type {Known} from '#sanity/sign-off/asked-before.ts'
import {Labelled} from './labelled.tsx'

export type Person = {
  name: string
  role: string
  email: string
  /** Undefined for somebody whose address was offered: that address is known to be right. */
  emailAgain: string | undefined
  required: boolean
}

export const nobody: Person = {name: '', role: 'Headteacher', email: '', emailAgain: '', required: true}

/** Puts somebody whose address is known into the first empty place, or behind the others. */
export function withPerson(people: readonly Person[], known: Known): Person[] {
  const person: Person = {...known, emailAgain: undefined, required: true}
  const free = people.findIndex(({name, email}) => name === '' && email === '')
  return free === -1 ? [...people, person] : people.map((other, at) => (at === free ? person : other))
}

type Properties = {
  person: Person
  nameRef?: Ref<HTMLInputElement> | undefined
  onChange: (part: Partial<Person>) => void
}

/** Who is asked. */
export function PersonFields({person, nameRef, onChange}: Properties) {
  const requiredId = useId()
  return (
    <Stack gap={4}>
      <Flex gap={4} wrap="wrap">
        <Labelled label="Name">
          {(id) => (
            <TextInput
              id={id}
              ref={nameRef}
              value={person.name}
              onChange={({currentTarget}) => onChange({name: currentTarget.value})}
            />
          )}
        </Labelled>
        <Labelled label="Role">
          {(id) => (
            <TextInput
              id={id}
              value={person.role}
              onChange={({currentTarget}) => onChange({role: currentTarget.value})}
            />
          )}
        </Labelled>
      </Flex>
      <Labelled label="E-mail address: link and code go there, so it must be this person’s own">
        {(id) => (
          <TextInput
            id={id}
            type="email"
            value={person.email}
            onChange={({currentTarget}) =>
              onChange({email: currentTarget.value, emailAgain: person.emailAgain ?? ''})
            }
          />
        )}
      </Labelled>
      {person.emailAgain !== undefined && (
        <Labelled label="The same address again">
          {(id) => (
            <TextInput
              id={id}
              type="email"
              value={person.emailAgain}
              onChange={({currentTarget}) => onChange({emailAgain: currentTarget.value})}
            />
          )}
        </Labelled>
      )}
      <Flex gap={2} align="center">
        <Checkbox
          id={requiredId}
          checked={person.required}
          onChange={({currentTarget}) => onChange({required: currentTarget.checked})}
        />
        <Text size={1} as="label" htmlFor={requiredId}>
          Nothing is agreed without a yes of this person
        </Text>
      </Flex>
    </Stack>
  )
}
