import {Card, Stack, Text} from '@sanity/ui'
import {type FocusEvent, type KeyboardEvent, useId, useState} from 'react'
import {PatchEvent, type StringInputProps, set} from 'sanity'
import {completedAddress, isUnencrypted} from '#lib/links.ts'

type Completion = {typed: string; address: string}

/**
 * A field for an address. What staff type is completed when they leave it. What no address can be made of is refused in
 * words below the field, where Sanity alone has them under an icon; not while somebody types, when every address is
 * still wrong.
 */
export function AddressInput(props: StringInputProps) {
  const {elementProps, onChange, readOnly, validation, value} = props
  const id = useId()
  const [completed, setCompleted] = useState<Completion | null>(null)
  const [isTyping, setIsTyping] = useState(false)
  const problems = isTyping ? [] : validation.filter(({level}) => level === 'error')

  const complete = () => {
    setIsTyping(false)
    const typed = value ?? ''
    const address = readOnly ? null : completedAddress(typed)
    if (address === null) return
    setCompleted({typed: typed.trim(), address})
    onChange(PatchEvent.from(set(address)))
  }
  const leave = (event: FocusEvent) => {
    elementProps.onBlur(event)
    complete()
  }
  // Escape closes a dialogue, and with it the field, which then is never left.
  const finish = ({key}: KeyboardEvent) => {
    if (key === 'Escape' || key === 'Enter') complete()
  }
  const describedBy = [elementProps['aria-describedby'], id].filter(Boolean).join(' ')
  return (
    <Stack gap={3} onInput={() => setIsTyping(true)} onKeyDown={finish}>
      {props.renderDefault({
        ...props,
        elementProps: {...elementProps, onBlur: leave, 'aria-describedby': describedBy},
      })}
      <div id={id} role="status">
        {completed?.address === value && completed !== null && (
          <Text size={1} muted>
            {inWords(completed)}
          </Text>
        )}
        {problems.map(({message}) => (
          <Card key={message} tone="critical" border radius={2} padding={3}>
            <Text size={1}>{message}</Text>
          </Card>
        ))}
      </div>
    </Stack>
  )
}

function inWords({typed, address}: Completion): string {
  return isUnencrypted(typed)
    ? `“${typed}” has become an address with https: try whether it works.`
    : `“${typed}” has become ${address}.`
}
