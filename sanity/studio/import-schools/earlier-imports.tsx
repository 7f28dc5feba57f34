import {RevertIcon} from '@sanity/icons/Revert'
import {Box, Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useCallback, useEffect, useState} from 'react'
import {dayInWords} from '#lib/dates.ts'
import {fetchImports, type ImportRecord} from '#sanity/register/import-records.ts'
import type {RegisterLake} from '#sanity/register/lake.ts'
import {problemInWords} from '#sanity/register/problem-in-words.ts'
import {ChangedSince, undoImport} from '#sanity/register/undo-import.ts'
import {Problem} from './problem.tsx'

type Properties = {
  lake: RegisterLake
  by: string
  /** An import that is shown elsewhere. */
  exceptId?: string
}

/** Imports that were done, each with the button that takes it back. */
export function EarlierImports({lake, by, exceptId}: Properties) {
  const [imports, setImports] = useState<ImportRecord[]>([])
  const look = useCallback(
    () =>
      fetchImports(lake).then(setImports, () => {
        // Without Content Lake nothing can be undone, which every attempt to import says.
        setImports([])
      }),
    [lake],
  )
  useEffect(() => {
    void look()
  }, [look])
  const shown = imports.filter(({id}) => id !== exceptId)
  if (shown.length === 0) return null
  return (
    <Stack as="section" gap={4} aria-labelledby="earlier-imports">
      <Heading as="h2" size={2} id="earlier-imports">
        Earlier imports
      </Heading>
      <Stack as="ul" gap={2} style={{listStyle: 'none', padding: 0, margin: 0}}>
        {shown.map((record) => (
          <Card as="li" key={record.id} border padding={3} radius={2}>
            <Flex gap={3} align="center" wrap="wrap">
              <Box flex={1}>
                <Text size={1}>{inWords(record)}</Text>
              </Box>
              {record.undone === null ? (
                <UndoButton lake={lake} by={by} id={record.id} text="Undo" onUndone={look} />
              ) : (
                <Text size={1} muted>
                  Undone by {record.undone.by} on {dayInWords(record.undone.at)}
                </Text>
              )}
            </Flex>
          </Card>
        ))}
      </Stack>
    </Stack>
  )
}

function inWords({at, by, summary, trust, fileName}: ImportRecord): string {
  return `${dayInWords(at)}: ${summary}, for ${trust.name}, from ${fileName}, by ${by}`
}

type UndoProperties = {lake: RegisterLake; by: string; id: string; text: string; onUndone: () => void}

/** Takes an import back with one click; when some of its schools were edited since, offers to undo the others. */
export function UndoButton({lake, by, id, text, onUndone}: UndoProperties) {
  const [isUndoing, setIsUndoing] = useState(false)
  const [problem, setProblem] = useState<{words: string; mayLeave: boolean} | null>(null)
  const undo = async (leaveChanged: boolean) => {
    setIsUndoing(true)
    setProblem(null)
    try {
      await undoImport({lake, id, by, at: new Date().toISOString(), leaveChanged})
      onUndone()
    } catch (error) {
      setProblem({
        words: problemInWords(error),
        mayLeave: error instanceof ChangedSince && error.othersAreLeft,
      })
    }
    setIsUndoing(false)
  }
  return (
    <Stack gap={3}>
      {problem !== null && <Problem>{problem.words}</Problem>}
      <Flex gap={2}>
        <Button mode="ghost" icon={RevertIcon} text={text} loading={isUndoing} onClick={() => undo(false)} />
        {problem?.mayLeave && <Button mode="ghost" text="Undo the others" onClick={() => undo(true)} />}
      </Flex>
    </Stack>
  )
}
