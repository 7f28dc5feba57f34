import {Button, Checkbox, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {type FormEvent, type ReactNode, useId, useState} from 'react'
import type {SanityClient} from 'sanity'
import type {Subject} from '#lib/sign-off/subjects.ts'
import type {SentLink} from '#sanity/sign-off/ask.ts'
import {askSite, problemsOf} from '#sanity/sign-off/ask-site.ts'
import {Links} from './links.tsx'
import {Problems} from './problems.tsx'
import {useSignOff} from './use-sign-off.ts'

type Person = {
  name: string
  role: string
  email: string
  /** Undefined for somebody who was asked before: that address is known to be right. */
  emailAgain: string | undefined
  required: boolean
}

const nobody: Person = {name: '', role: 'Headteacher', email: '', emailAgain: '', required: true}

type Properties = {client: SanityClient; subject: Subject; onClose: () => void}

/** Who is asked, why, and by when. What was sent is shown with its links, which can be copied. */
export function RequestForm({client, subject, onClose}: Properties) {
  const [people, setPeople] = useState<readonly Person[]>([nobody])
  const [why, setWhy] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [days, setDays] = useState('14')
  const [problems, setProblems] = useState<readonly string[]>([])
  const [links, setLinks] = useState<readonly SentLink[] | null>(null)
  const [isSending, setSending] = useState(false)
  const {load} = useSignOff(subject)
  const known = load.state === 'ready' ? load.answer.known : []

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      const form = {reviewers: people, why, dueOn, days: Number(days)}
      const sent = await askSite<{links: SentLink[]}>(client, subject, {do: 'ask', form})
      setLinks(sent.links)
    } catch (error) {
      setProblems(problemsOf(error))
    } finally {
      setSending(false)
    }
  }
  const change = (position: number, part: Partial<Person>) =>
    setPeople(people.map((person, at) => (at === position ? {...person, ...part} : person)))

  if (links !== null) return <Links links={links} onClose={onClose} />
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap={5}>
        {problems.length > 0 && <Problems problems={problems} />}
        {known.length > 0 && (
          <Stack gap={2}>
            <Text size={1} weight="medium">
              Asked before
            </Text>
            <Flex gap={2} wrap="wrap">
              {known.map((person) => (
                <Button
                  key={person.email}
                  mode="ghost"
                  text={`${person.name}, ${person.email}`}
                  onClick={() =>
                    setPeople(withPerson(people, {...person, emailAgain: undefined, required: true}))
                  }
                />
              ))}
            </Flex>
          </Stack>
        )}
        {people.map((person, position) => (
          <PersonFields
            // biome-ignore lint/suspicious/noArrayIndexKey: people are added and taken away at the end alone.
            key={position}
            person={person}
            onChange={(part) => change(position, part)}
          />
        ))}
        <Flex gap={2}>
          <Button
            mode="ghost"
            text="Ask another person"
            onClick={() => setPeople([...people, {...nobody, role: ''}])}
          />
          {people.length > 1 && (
            <Button
              mode="bleed"
              text="Remove the last person"
              onClick={() => setPeople(people.slice(0, -1))}
            />
          )}
        </Flex>
        <Labelled label="Why do you ask? They read this above the words.">
          {(id) => (
            <TextArea
              id={id}
              rows={3}
              value={why}
              onChange={({currentTarget}) => setWhy(currentTarget.value)}
            />
          )}
        </Labelled>
        <Flex gap={4} wrap="wrap">
          <Labelled label="Answer by (a week from now when left empty)">
            {(id) => (
              <TextInput
                id={id}
                type="date"
                value={dueOn}
                onChange={({currentTarget}) => setDueOn(currentTarget.value)}
              />
            )}
          </Labelled>
          <Labelled label="The link works for so many days (30 at most)">
            {(id) => (
              <TextInput
                id={id}
                inputMode="numeric"
                value={days}
                onChange={({currentTarget}) => setDays(currentTarget.value)}
              />
            )}
          </Labelled>
        </Flex>
        <Button type="submit" tone="primary" text={isSending ? 'Sending …' : 'Send'} disabled={isSending} />
      </Stack>
    </form>
  )
}

/** Puts somebody who was asked before into the first empty place, or behind the others. */
function withPerson(people: readonly Person[], person: Person): Person[] {
  const free = people.findIndex(({name, email}) => name === '' && email === '')
  return free === -1 ? [...people, person] : people.map((other, at) => (at === free ? person : other))
}

function PersonFields({person, onChange}: {person: Person; onChange: (part: Partial<Person>) => void}) {
  const requiredId = useId()
  return (
    <Stack gap={4}>
      <Flex gap={4} wrap="wrap">
        <Labelled label="Name">
          {(id) => (
            <TextInput
              id={id}
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

function Labelled({label, children}: {label: string; children: (id: string) => ReactNode}) {
  const id = useId()
  return (
    <Stack gap={2} flex={1}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {children(id)}
    </Stack>
  )
}
