/** What JSON can say. */
export type Json = string | number | boolean | null | Json[] | {[name: string]: Json}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is {[name: string]: unknown} {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same of a JSON value, whose fields are JSON too. */
export function isJsonObject(value: Json | undefined): value is {[name: string]: Json} {
  return isObject(value)
}

/**
 * The one text of a JSON value: fields by the alphabet (by code units, as in RFC 8785), none that is undefined, no
 * blanks. Two values that say the same have the same text.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const entries = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const part = value[name]
      return part === undefined ? [] : [`${JSON.stringify(name)}:${canonicalJson(part)}`]
    })
  return `{${entries.join(',')}}`
}

/** @throws SyntaxError when it is no JSON */
export function parseJson(text: string): unknown {
  return JSON.parse(text)
}
