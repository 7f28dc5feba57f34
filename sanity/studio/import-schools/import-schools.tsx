import {Card, Container, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode, useEffect, useRef} from 'react'
import {ChooseFiles} from './choose-files.tsx'
import {ChooseTrust} from './choose-trust.tsx'
import {DoubtTrust} from './doubt-trust.tsx'
import {EarlierImports, UndoButton} from './earlier-imports.tsx'
import {ReviewSchools} from './review-schools.tsx'
import {type ImportState, type SchoolImport, useImport} from './use-import.ts'

/** The tool “Import schools”: choose files, look, tick, write, and take back. */
export default function ImportSchools() {
  const schoolImport = useImport()
  const {state} = schoolImport
  return (
    <Card height="fill" overflow="auto" style={{position: 'relative'}}>
      <Container width={2} padding={4} paddingTop={5}>
        <Stack as="main" gap={5}>
          <StepHeading key={state.step} isFirst={state.step === 'choose' && state.message === null}>
            {headings[state.step]}
          </StepHeading>
          <Step {...schoolImport} />
        </Stack>
      </Container>
    </Card>
  )
}

const headings: {readonly [step in ImportState['step']]: string} = {
  choose: 'Import schools',
  reading: 'Reading the file',
  trust: 'Which trust is yours?',
  doubt: 'Is this your trust?',
  review: 'What would change',
  comparing: 'Comparing again',
  writing: 'Importing',
  done: 'Imported',
}

function Step(schoolImport: SchoolImport) {
  const {state} = schoolImport
  switch (state.step) {
    case 'choose':
      return (
        <>
          <ChooseFiles message={state.message} onChoose={schoolImport.chooseFiles} />
          <EarlierImports lake={schoolImport.lake} by={schoolImport.by} />
        </>
      )
    case 'reading':
      return <ReadingProgress {...state} />
    case 'trust':
      return (
        <ChooseTrust
          trusts={state.reading.register.trusts}
          problem={state.problem}
          onChoose={(trust) => schoolImport.chooseTrust(state.files, state.reading, trust)}
          onCancel={() => schoolImport.startAgain()}
        />
      )
    case 'doubt':
      return <DoubtTrust doubt={state.doubt} review={state.review} schoolImport={schoolImport} />
    case 'review':
      return <ReviewSchools review={state} schoolImport={schoolImport} />
    case 'comparing':
      return <Waiting>Comparing the file with the schools of the site …</Waiting>
    case 'writing':
      return (
        <Waiting>
          Writing {state.schools === 1 ? '1 school' : `${state.schools} schools`}, all together or none …
        </Waiting>
      )
    case 'done':
      return (
        <>
          <Card padding={4} radius={2} tone="positive" border role="status">
            <Text>
              Imported: {state.counts}. Look at{' '}
              <a href="/schools" target="_blank" rel="noreferrer" style={{textDecoration: 'underline'}}>
                the list of schools
              </a>{' '}
              as visitors see it.
            </Text>
          </Card>
          <UndoButton
            lake={schoolImport.lake}
            by={schoolImport.by}
            id={state.id}
            text="Undo this import"
            onUndone={() =>
              schoolImport.startAgain('The import was undone. The schools are as they were before it.')
            }
          />
          <EarlierImports lake={schoolImport.lake} by={schoolImport.by} exceptId={state.id} />
        </>
      )
  }
}

/** Takes the focus when a step begins, so that people who do not see it hear where they are. */
function StepHeading({isFirst, children}: {isFirst: boolean; children: ReactNode}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirst) heading.current?.focus()
  }, [isFirst])
  return (
    <Heading as="h1" size={3} ref={heading} tabIndex={-1} style={{outline: 'none'}}>
      {children}
    </Heading>
  )
}

function Waiting({children}: {children: ReactNode}) {
  return (
    <Stack gap={4} role="status">
      <Spinner muted />
      <Text>{children}</Text>
    </Stack>
  )
}

function ReadingProgress({done, total}: {done: number; total: number}) {
  return (
    <Stack gap={3}>
      <progress aria-label="Read" max={total} value={done} style={{width: '100%', accentColor: '#556bfc'}} />
      <Text muted>
        {done === 0 ? 'Looking at the file …' : `${megabytes(done)} of ${megabytes(total)} MB`}
      </Text>
    </Stack>
  )
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)
}
