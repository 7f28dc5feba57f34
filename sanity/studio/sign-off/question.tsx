import {Box, Button, type ButtonTone, Dialog, Flex, Stack} from '@sanity/ui'
import {type ReactNode, useId} from 'react'
import {useFocusWhenShown} from './focus.ts'

type Answers = {
  /** What the buttons say. */
  no: string
  yes: string
  tone: ButtonTone
  /** Also by Escape, and by pressing beside it. */
  onNo: () => void
  onYes: () => void
}

/**
 * Asks once more before something is done. The focus begins at the answer that changes nothing, stays within, and goes
 * back to where it was.
 * @param title - the question, in a sentence
 */
export function Question({title, children, ...answers}: {title: string; children: ReactNode} & Answers) {
  const {onNo} = answers
  return (
    <Dialog
      id={useId()}
      header={title}
      width={0}
      onClose={onNo}
      onClickOutside={onNo}
      __unstable_autoFocus={false}
      footer={<Buttons {...answers} />}
    >
      <Box padding={4}>
        <Stack gap={4}>{children}</Stack>
      </Box>
    </Dialog>
  )
}

/** By themselves, because they are shown later than what asks for them: a dialogue stands elsewhere in the document. */
function Buttons({no, yes, tone, onNo, onYes}: Answers) {
  const first = useFocusWhenShown<HTMLButtonElement>()
  return (
    <Flex gap={2} padding={3} justify="flex-end" wrap="wrap">
      <Button ref={first} mode="ghost" text={no} onClick={onNo} />
      <Button tone={tone} text={yes} onClick={onYes} />
    </Flex>
  )
}
