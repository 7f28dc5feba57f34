import {
  type InputProps,
  isArrayOfBlocksInputProps,
  isObjectInputProps,
  isStringInputProps,
  type PortableTextInputProps,
} from 'sanity'
import {DayInput} from './day-input.tsx'
import {SlugInput} from './moved-address/slug-input.tsx'
import {pasteIntoPlainField} from './pasting/plain-text.ts'
import {pasteIntoRichText} from './pasting/rich-text.ts'
import {AttributionInput} from './proof-link.tsx'

/** Every input of every form: what is pasted arrives clean, and an address says what becomes of the old one. */
export function FormInput(props: InputProps) {
  if (isRichText(props)) return props.renderDefault({...props, onPaste: pasteIntoRichText})
  if (isStringInputProps(props)) {
    const pasting = {...props, elementProps: {...props.elementProps, onPaste: pasteIntoPlainField}}
    return props.schemaType.name === 'date' ? <DayInput {...pasting} /> : props.renderDefault(pasting)
  }
  if (isObjectInputProps(props) && props.schemaType.name === 'slug') return <SlugInput {...props} />
  if (isObjectInputProps(props) && props.id === 'attribution') return <AttributionInput {...props} />
  return props.renderDefault(props)
}

function isRichText(props: InputProps): props is PortableTextInputProps {
  return isArrayOfBlocksInputProps(props)
}
