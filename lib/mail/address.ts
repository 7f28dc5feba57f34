/** Whom a letter is from or to. */
export type MailAddress = {
  /** As it is shown beside the address; null for none. */
  name: string | null
  address: string
}

/** Longest address that mail servers take, in characters (RFC 5321, 4.5.3.1.3). */
export const longestMailAddress = 254

// The unquoted local part of RFC 5322, and host names in any script. What separates addresses in a header is in neither.
const mailbox =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/u

/** Whether this is one plain e-mail address. The shape only: whether somebody reads it, only a letter tells. */
export function isMailAddress(text: string): boolean {
  const [local = ''] = text.split('@')
  return text.length <= longestMailAddress && local.length <= 64 && mailbox.test(text)
}

/** By which two addresses are compared: one mailbox answers to capitals and small letters. */
export function mailboxOf(address: string): string {
  return address.normalize('NFC').toLowerCase()
}

/** Reads `office@trust.example` or `The Trust <office@trust.example>`; null when it is neither. */
export function parseMailAddress(text: string): MailAddress | null {
  const [, name, inBrackets, alone] = /^(?:(.*?)\s*<([^<>]*)>|([^<>]*))$/.exec(text.trim()) ?? []
  const address = inBrackets ?? alone ?? ''
  const shown = name?.replace(/^"(.*)"$/, '$1').trim() || null
  return isMailAddress(address) ? {name: shown, address} : null
}
