import {isLeftOver} from './left-over-fields.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWebAddress = (text: string) => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)

/**
 * Every address of another website in a value of a document, each once, as it is written there. What is left over in
 * fields out of use is passed by, and fields of Sanity’s own (`_id`, `_type`, …) hold none.
 */
export function externalAddressesIn(value: unknown): string[] {
  return [...new Set(addressesIn(value))]
}

function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return isWebAddress(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(addressesIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([field, part]) => {
    return field.startsWith('_') || isLeftOver(value, field) ? [] : addressesIn(part)
  })
}
