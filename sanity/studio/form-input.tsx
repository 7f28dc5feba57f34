import {
  type InputProps,
  isArrayOfBlocksInputProps,
  isStringInputProps,
  type PortableTextInputProps,
} from 'sanity'
import {pasteIntoPlainField} from './pasting/plain-text.ts'
import {pasteIntoRichText} from './pasting/rich-text.ts'

/** Every input of every form: what is pasted arrives clean. */
export function FormInput(props: InputProps) {
  if (isRichText(props)) return props.renderDefault({...props, onPaste: pasteIntoRichText})
  if (isStringInputProps(props)) {
    return props.renderDefault({
      ...props,
      elementProps: {...props.elementProps, onPaste: pasteIntoPlainField},
    })
  }
  return props.renderDefault(props)
}

function isRichText(props: InputProps): props is PortableTextInputProps {
  return isArrayOfBlocksInputProps(props)
}
