import {Stack, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'

/** A control below its name. */
export function Labelled({label, children}: {label: string; children: (id: string) => ReactNode}) {
  const id = useId()
  return (
    <Stack gap={2} flex={1} style={{minWidth: 'min(14rem, 100%)'}}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      {children(id)}
    </Stack>
  )
}
