import {Box, Stack} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useFocusWhenShown} from './focus.ts'

/** What came of something that staff did. It takes the focus: what they pressed may be gone. */
export function Announced({children}: {children: ReactNode}) {
  const shown = useFocusWhenShown<HTMLDivElement>()
  return (
    <Box ref={shown} tabIndex={-1} style={{outline: 'none'}}>
      <Stack gap={4}>{children}</Stack>
    </Box>
  )
}
