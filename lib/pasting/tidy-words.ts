/** No-break spaces, wide and narrow. */
const noBreakSpace = /[\u00a0\u202f]/g

/** Marks without width that break words for searching, and that Sanity's preview hides its own notes in. */
const withoutWidth = /[\u00ad\u200b\u2060-\u2064\ufeff]/g

/** Joiners are part of some scripts and of composed emoji; beside a space, a Latin letter or each other they are litter. */
const strayJoiner =
  /(?<=^|[\s\p{Script=Latin}\p{N}\p{P}\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\s\p{Script=Latin}\p{N}\p{P}\u200c\u200d])/gu

/**
 * Words as they were meant, whatever program they were copied from: without what nobody sees, each space once, line
 * breaks as `\n` with no space round them and two of them at most. A no-break space stays where it holds a number to its
 * neighbour (“10 km”, “Key Stage 2”); elsewhere it is what Word makes of a second space. Blanks at either end stay one
 * blank, since words may be pasted into the middle of others.
 */
export function tidyWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(withoutWidth, '')
    .replace(strayJoiner, '')
    .replace(noBreakSpace, (_space, at: number, whole: string) => (holdsNumber(whole, at) ? '\u00a0' : ' '))
    .replace(/\r\n?|\u2028|\u2029|\v/g, '\n')
    .replace(/[ \t\f]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

function holdsNumber(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at + 1]]
  return /\S/.test(before) && /\S/.test(after) && (/\d/.test(before) || /\d/.test(after))
}
