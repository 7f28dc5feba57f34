/**
 * Without the signs of Unicode that turn the direction of writing until another ends it (UAX 9, explicit formatting):
 * a name that holds one would turn the sentence round that a letter or a page writes about it. Words of other scripts
 * need none.
 */
export function withoutTurns(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
}
