/** Bytes of the beginning of a file that tell what it is. */
export const tellingBytes = 4096

const register = 'the file of the register whose name begins with “edubasealldata”'

/** How files of another kind begin, and what to do about each. */
const signatures: readonly {bytes: readonly number[]; message: string}[] = [
  {
    bytes: [0x50, 0x4b],
    message: `This is a zip archive: unpack it first, and choose ${register} inside.`,
  },
  {bytes: [0x1f, 0x8b], message: `This is a compressed file: unpack it first, and choose ${register}.`},
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    message: `This is an Excel workbook: choose ${register} as it was downloaded, or save the workbook as “CSV UTF-8”.`,
  },
  {bytes: [0x25, 0x50, 0x44, 0x46], message: `This is a PDF document: choose ${register}.`},
]

const workbook =
  'This is an Excel workbook: choose the file as it was downloaded, or save the workbook as “CSV UTF-8”.'
const sixteenBits =
  'This file is written in UTF-16 (“Unicode text”): save it as “CSV UTF-8”, or download it again and leave it as it is.'

/**
 * What is wrong with a file that is no text with commas, whatever its name ends in, or null.
 * @param start - its first {@link tellingBytes} bytes, or all of a shorter one
 */
export function kindProblem(start: Uint8Array): string | null {
  const letters = String.fromCharCode(...start)
  const known = signatures.find(({bytes}) => bytes.every((byte, at) => start[at] === byte))
  if (known)
    return letters.includes('[Content_Types].xml') || letters.includes('xl/') ? workbook : known.message
  if (isSixteenBits(start)) return sixteenBits
  if (start.includes(0)) return `This is no text file: choose ${register}.`
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|\?xml)/i.test(letters)) {
    return `This is a web page, not a download: on the page, choose to download, and then choose ${register}.`
  }
  return null
}

/** By its mark, or because every other byte of Latin letters is nothing. */
function isSixteenBits(start: Uint8Array): boolean {
  const [first, second, third, fourth] = start
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return (second === 0 && fourth === 0 && first !== 0) || (first === 0 && third === 0 && second !== 0)
}
