import {Button, Card, Flex, Heading, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useState} from 'react'
import type {Told} from '#lib/sign-off/notices.ts'
import {type Override, readOverride} from '#lib/sign-off/override.ts'
import type {Described} from '#sanity/sign-off/describe.ts'
import {Labelled} from './labelled.tsx'
import {Offered} from './offered.tsx'
import {Problems} from './problems.tsx'
import {Question} from './question.tsx'
import {inWords} from './told.tsx'

type Properties = {
  described: Described
  /** Takes what was filled in, and rejects nothing: what goes wrong is shown beside. */
  onOverride: (form: {why: string; name: string; email: string}) => Promise<unknown>
}

/** Publishing without the school’s agreement: why, who is told, and a second question before it counts. */
export function OverrideForm({described: {title, asked, known, contact}, onOverride}: Properties) {
  const [form, setForm] = useState({why: '', name: '', email: ''})
  const [problems, setProblems] = useState<readonly string[]>([])
  const [toConfirm, confirm] = useState<Override | null>(null)
  const change = (part: Partial<typeof form>) => setForm({...form, ...part})
  const look = () => {
    const read = readOverride(form, asked)
    setProblems(read.problems)
    confirm(read.override)
  }
  return (
    <Card as="section" padding={4} radius={2} border>
      <Stack gap={4}>
        <Heading as="h2" size={1}>
          Publish without the school’s agreement
        </Heading>
        <Text size={1} muted>
          {asked.length > 0
            ? `The reason is kept, and goes by e-mail to ${inWords(asked)}.`
            : 'The reason is kept. Nobody was asked about these words, so say who is told of it by e-mail.'}
        </Text>
        {problems.length > 0 && <Problems problems={problems} />}
        {asked.length === 0 && (
          <Headteacher person={form} known={known} contact={contact} onChange={change} />
        )}
        <Labelled label="Why?">
          {(id) => (
            <TextArea
              id={id}
              rows={3}
              value={form.why}
              onChange={({currentTarget}) => change({why: currentTarget.value})}
            />
          )}
        </Labelled>
        <Flex>
          <Button tone="caution" text="Allow these words …" onClick={look} />
        </Flex>
      </Stack>
      {toConfirm !== null && (
        <Question
          title="Publish without the school’s agreement?"
          no="Cancel"
          yes="Allow these words"
          tone="caution"
          onNo={() => confirm(null)}
          onYes={() => {
            confirm(null)
            void onOverride(form)
          }}
        >
          <Text size={1}>
            {title}: the words as they stand now may be published, and visitors see them, though the school
            has not agreed.
          </Text>
          <Text size={1}>
            This is told at once, with your name and your reason, to {inWords(toConfirm.told)}.
          </Text>
          <Text size={1}>It is written down for good.</Text>
        </Question>
      )}
    </Card>
  )
}

type HeadteacherProperties = Pick<Described, 'known' | 'contact'> & {
  person: Told
  onChange: (part: Partial<Told>) => void
}

/** Who of the school is told, where nobody was asked. */
function Headteacher({person, known, contact, onChange}: HeadteacherProperties) {
  return (
    <Stack gap={4}>
      <Offered known={known} contact={contact} onChoose={({name, email}) => onChange({name, email})} />
      <Flex gap={4} wrap="wrap">
        <Labelled label="Name of the headteacher">
          {(id) => (
            <TextInput
              id={id}
              value={person.name}
              onChange={({currentTarget}) => onChange({name: currentTarget.value})}
            />
          )}
        </Labelled>
        <Labelled label="E-mail address of the headteacher">
          {(id) => (
            <TextInput
              id={id}
              type="email"
              value={person.email}
              onChange={({currentTarget}) => onChange({email: currentTarget.value})}
            />
          )}
        </Labelled>
      </Flex>
    </Stack>
  )
}
