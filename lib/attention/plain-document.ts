/** Any object of Content Lake; nothing is known of its fields, so a reader below looks before it takes one. */
export type Fields = {readonly [field: string]: unknown}

/** A document as Content Lake keeps it. */
export type PlainDocument = Fields & {readonly _id: string; readonly _type: string}

/** Where a value stands in a document, as Content Lake says it: items of lists go by their key where they have one. */
export type Path = readonly (string | number | {readonly _key: string})[]

/** Whether a value is an object, and no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object in a field; one without fields when there is none. */
export function fieldsIn(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** The text in a field as it stands; undefined when it is no text. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The words in a field, without the spaces around them; undefined when it has none. */
export function wordsIn(value: unknown): string | undefined {
  const words = textIn(value)?.trim()
  return words === '' ? undefined : words
}

/** The day in a field as `YYYY-MM-DD`; undefined when it is none. */
export function dayIn(value: unknown): string | undefined {
  const day = textIn(value) ?? ''
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`))
  return isDay ? day : undefined
}
