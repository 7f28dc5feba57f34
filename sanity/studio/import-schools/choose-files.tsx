import {UploadIcon} from '@sanity/icons/Upload'
import {Button, Card, Stack, Text} from '@sanity/ui'
import {type DragEvent, useRef, useState} from 'react'
import {Problem} from './problem.tsx'
import type {Message} from './use-import.ts'

type Properties = {message: Message | null; onChoose: (files: readonly File[]) => void}

/** Where staff begin: what this is, where the files are found, and the place to put them. */
export function ChooseFiles({message, onChoose}: Properties) {
  return (
    <Stack gap={5}>
      <Stack gap={4}>
        <Text>
          Brings the facts of your schools, such as addresses and ages, from Get Information about Schools,
          the government’s register. You see what would change, and nothing is written until you have ticked
          it. What you or your colleagues have edited stays.
        </Text>
        <Text>
          On the register’s{' '}
          <a
            href="https://get-information-schools.service.gov.uk/Downloads"
            target="_blank"
            rel="noreferrer"
            style={{textDecoration: 'underline'}}
          >
            page of downloads
          </a>{' '}
          choose “Establishment fields” and, for schools that have converted, “Establishment links”. Unpack
          what you get, and do not open it in a spreadsheet, which changes numbers.
        </Text>
      </Stack>
      {message?.tone === 'critical' && <Problem>{message.words}</Problem>}
      {message?.tone === 'positive' && (
        <Card padding={4} radius={2} tone="positive" border role="status">
          <Text>{message.words}</Text>
        </Card>
      )}
      <DropZone onChoose={onChoose} />
    </Stack>
  )
}

function DropZone({onChoose}: Pick<Properties, 'onChoose'>) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) onChoose([...files])
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Card
      border
      padding={5}
      radius={3}
      tone={isOver ? 'primary' : 'transparent'}
      style={{borderStyle: 'dashed'}}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Stack gap={4} style={{justifyItems: 'center'}}>
        <Text align="center">
          Drop the file “edubasealldata….csv” here, with “links_edubasealldata….csv” and “alllinksdata….csv”
          if you have them, or
        </Text>
        <Button text="Choose files …" icon={UploadIcon} onClick={() => input.current?.click()} />
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".csv,text/csv"
          aria-label="Files of the register"
          onChange={({currentTarget}) => {
            take(currentTarget.files)
            // The same file may be chosen again.
            currentTarget.value = ''
          }}
        />
      </Stack>
    </Card>
  )
}
