/** A part of an address as it was meant; one that is not well formed is nobody's address and stays as it is. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
