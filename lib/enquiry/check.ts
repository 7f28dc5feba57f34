import {isMailAddress} from '#lib/mail/address.ts'
import {isHeaderSafe} from '#lib/mail/message.ts'
import {
  blankValues,
  type EnquiryField,
  type EnquiryProblem,
  type EnquiryValues,
  enquiryFields,
} from './fields.ts'

/** What was typed into a form, as it came: to be shown again. What is missing, or no text, is empty. */
export function typedValues(form: FormData): EnquiryValues {
  const values = {...blankValues}
  for (const {name} of enquiryFields) {
    const value = form.get(name)
    // Browsers send every line break as two characters.
    if (typeof value === 'string') values[name] = value.replaceAll('\r\n', '\n')
  }
  return values
}

/** What was typed, as it is sent: without spaces around it, accents in one form, blank fields empty. */
export function tidiedValues(values: EnquiryValues): EnquiryValues {
  const tidied = {...values}
  for (const {name} of enquiryFields) {
    const text = values[name].normalize('NFC').trim()
    tidied[name] = name === 'message' ? text.replace(invisible, '') : text.replaceAll('\t', ' ')
  }
  return tidied
}

// Control characters other than tabs and line breaks; nobody types them.
const invisible = /(?![\t\n])\p{Cc}/gu

// Turn the direction of what follows, in a line that then reads as something else.
const turnsAround = /[\u202A-\u202E\u2066-\u2069]/

const missing: {[field in EnquiryField]?: string} = {
  name: 'Enter your name',
  email: 'Enter your e-mail address',
  message: 'Write your message',
}

/** What is wrong with tidied values, in the order of the fields, one sentence for each field. */
export function enquiryProblems(values: EnquiryValues): EnquiryProblem[] {
  return enquiryFields.flatMap(({name, longest, label}) => {
    const message = fieldProblem(name, values[name], longest, label)
    return message === null ? [] : [{field: name, message}]
  })
}

function fieldProblem(field: EnquiryField, value: string, longest: number, label: string): string | null {
  if (value === '') return missing[field] ?? null
  const length = [...value].length
  if (length > longest) {
    const numbers = [longest, length].map((number) => number.toLocaleString('en-GB'))
    return `${label} must have ${numbers[0]} characters or fewer: it has ${numbers[1]}`
  }
  if (field === 'message') return null
  if (!isHeaderSafe(value) || turnsAround.test(value)) return `${label} must be one line of plain text`
  if (field === 'email' && !isMailAddress(value)) {
    return 'Enter an e-mail address in the correct format, like name@example.org'
  }
  return null
}
