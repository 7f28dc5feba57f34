import {
  type InputProps,
  isArrayOfBlocksInputProps,
  isObjectInputProps,
  isStringInputProps,
  type PortableTextInputProps,
} from 'sanity'
import {AddressInput} from './address-input.tsx'
import {DayInput} from './day-input.tsx'
import {FormStyles} from './form-styles.ts'
import {SlugInput} from './moved-address/slug-input.tsx'
import {pasteIntoPlainField} from './pasting/plain-text.ts'
import {pasteIntoRichText} from './pasting/rich-text.ts'
import {AttributionInput} from './proof-link.tsx'

/**
 * Every input of every form: what is pasted arrives clean, an address of a page says what becomes of the old one, one of
 * another website is completed, a day says in plain words that it is none, and a testimonial leads to its proof.
 */
export function FormInput(props: InputProps) {
  if (isRichText(props)) return props.renderDefault({...props, onPaste: pasteIntoRichText})
  if (isStringInputProps(props)) {
    const pasting = {...props, elementProps: {...props.elementProps, onPaste: pasteIntoPlainField}}
    if (props.schemaType.name === 'url') return <AddressInput {...pasting} />
    return props.schemaType.name === 'date' ? <DayInput {...pasting} /> : props.renderDefault(pasting)
  }
  if (isObjectInputProps(props) && props.schemaType.name === 'slug') return <SlugInput {...props} />
  if (isObjectInputProps(props) && props.id === 'attribution') return <AttributionInput {...props} />
  if (props.path.length > 0) return props.renderDefault(props)
  return (
    <>
      <FormStyles />
      {props.renderDefault(props)}
    </>
  )
}

function isRichText(props: InputProps): props is PortableTextInputProps {
  return isArrayOfBlocksInputProps(props)
}
