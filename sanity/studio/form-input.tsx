import {
  type InputProps,
  isArrayOfBlocksInputProps,
  isObjectInputProps,
  isStringInputProps,
  type PortableTextInputProps,
} from 'sanity'
import {FormStyles} from './form-styles.ts'
import {SlugInput} from './moved-address/slug-input.tsx'
import {pasteIntoPlainField} from './pasting/plain-text.ts'
import {pasteIntoRichText} from './pasting/rich-text.ts'

/** Every input of every form: what is pasted arrives clean, and an address says what becomes of the old one. */
export function FormInput(props: InputProps) {
  if (isRichText(props)) return props.renderDefault({...props, onPaste: pasteIntoRichText})
  if (isStringInputProps(props)) {
    return props.renderDefault({
      ...props,
      elementProps: {...props.elementProps, onPaste: pasteIntoPlainField},
    })
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
