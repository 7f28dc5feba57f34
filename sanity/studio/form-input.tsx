import {
  type InputProps,
  isArrayOfBlocksInputProps,
  isObjectInputProps,
  isStringInputProps,
  type PortableTextInputProps,
} from 'sanity'
import {AddressInput} from './address-input.tsx'
import {FormStyles} from './form-styles.ts'
import {SlugInput} from './moved-address/slug-input.tsx'
import {pasteIntoPlainField} from './pasting/plain-text.ts'
import {pasteIntoRichText} from './pasting/rich-text.ts'

/** Every input of every form: what is pasted arrives clean, an address of a page says what becomes of the old one,
 * and one of another website is completed. */
export function FormInput(props: InputProps) {
  if (isRichText(props)) return props.renderDefault({...props, onPaste: pasteIntoRichText})
  if (isStringInputProps(props)) {
    const pasting = {...props, elementProps: {...props.elementProps, onPaste: pasteIntoPlainField}}
    return props.schemaType.name === 'url' ? <AddressInput {...pasting} /> : props.renderDefault(pasting)
  }
  if (isObjectInputProps(props) && props.schemaType.name === 'slug') return <SlugInput {...props} />
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
