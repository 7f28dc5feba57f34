import {Button, Flex, Stack, TextArea, TextInput} from '@sanity/ui'
import {type FormEvent, useEffect, useRef, useState} from 'react'
import type {SanityClient} from 'sanity'
import type {Subject} from '#lib/sign-off/subjects.ts'
import type {SentLink} from '#sanity/sign-off/ask.ts'
import {askSite, problemsOf} from '#sanity/sign-off/ask-site.ts'
import type {Notice} from '#sanity/sign-off/tell.ts'
import {Labelled} from './labelled.tsx'
import {Links} from './links.tsx'
import {Offered} from './offered.tsx'
import {nobody, type Person, PersonFields, withPerson} from './person-fields.tsx'
import {Problems} from './problems.tsx'
import {useSignOff} from './use-sign-off.ts'

type Properties = {
  client: SanityClient
  subject: Subject
  onClose: () => void
  /** Says whether anything is typed that would be lost. */
  onTyped: (isTyped: boolean) => void
}

/** Who is asked, why, and by when. What was sent is shown with its links, which can be copied. */
export function RequestForm({client, subject, onClose, onTyped}: Properties) {
  const [people, setPeople] = useState<readonly Person[]>([nobody])
  const [why, setWhy] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [days, setDays] = useState('14')
  const [problems, setProblems] = useState<readonly string[]>([])
  const [sent, setSent] = useState<{links: SentLink[]; told: Notice[]} | null>(null)
  const [isSending, setSending] = useState(false)
  const {load} = useSignOff(subject)
  const {known, contact} = load.state === 'ready' ? load.answer : {known: [], contact: null}
  const first = useRef<HTMLInputElement>(null)
  // A dialogue of Sanity begins at its button to close.
  useEffect(() => {
    const frame = requestAnimationFrame(() => first.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const isTyped =
    sent === null &&
    (why !== '' || dueOn !== '' || people.length > 1 || people.some(({name, email}) => name + email !== ''))
  useEffect(() => onTyped(isTyped), [onTyped, isTyped])

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      const form = {reviewers: people, why, dueOn, days: Number(days)}
      setSent(await askSite<{links: SentLink[]; told: Notice[]}>(client, subject, {do: 'ask', form}))
    } catch (error) {
      setProblems(problemsOf(error))
    } finally {
      setSending(false)
    }
  }
  const change = (position: number, part: Partial<Person>) =>
    setPeople(people.map((person, at) => (at === position ? {...person, ...part} : person)))

  if (sent !== null) return <Links links={sent.links} told={sent.told} onClose={onClose} />
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap={5}>
        {problems.length > 0 && <Problems problems={problems} />}
        <Offered
          known={known}
          contact={contact}
          onChoose={(person) => setPeople(withPerson(people, person))}
        />
        {people.map((person, position) => (
          <PersonFields
            // biome-ignore lint/suspicious/noArrayIndexKey: people are added and taken away at the end alone.
            key={position}
            nameRef={position === 0 ? first : undefined}
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
