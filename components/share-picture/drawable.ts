/** The characters of the font files that `fonts.ts` reads. */
const drawn =
  /[ -~\u00a0-\u00a3\u00a5-\u00ac\u00ae-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126-\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u015b\u015e-\u0161\u0164\u0165\u0168-\u017e\u0218-\u021b\u1e80-\u1e85\u1ef2-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u2122\u2212]/

/**
 * Text without the characters that the picture's font lacks: for each of them `next/og` would ask a server of
 * somebody else for another font. A letter whose accent the font lacks loses the accent.
 */
export function drawable(text: string): string {
  const characters = [...text.normalize('NFC')].map((character) => {
    if (drawn.test(character)) return character
    if (/\s/.test(character)) return ' '
    return [...character.normalize('NFD')].filter((part) => drawn.test(part)).join('')
  })
  return characters.join('').replace(/\s+/g, ' ').trim()
}
