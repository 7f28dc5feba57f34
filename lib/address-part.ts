/**
 * Begins a part that holds what somebody typed: a part of nothing but dots, written as `%2E` too, is taken for a step
 * to the address above and disappears.
 */
const inputMark = '~'

/** What somebody typed, whatever it is, as one part of an address. */
export function partOfInput(typed: string): string {
  return inputMark + encodeURIComponent(typed)
}

/** What was typed, from the part that holds it; nothing from any other. */
export function inputOfPart(part: string): string {
  return part.startsWith(inputMark) ? decodedPart(part.slice(inputMark.length)) : ''
}

/** A part of an address as it was meant; one that is not well formed is nobody's address and stays as it is. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
